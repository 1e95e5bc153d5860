package org.mandateatlas.torture.check;

import static org.mandateatlas.torture.check.Rule.VIEWS_AGREE_WITH_THE_LOG;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mandateatlas.torture.check.FinalState.DocumentView;
import org.mandateatlas.torture.check.FinalState.SearchView;

/** When nothing is written, the documents, coverage and search results of all gateways agree with the log. */
final class ViewCheck {

    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final History history;
    private final FinalState state;
    private final List<RuleViolation> violations = new ArrayList<>();

    ViewCheck(History history, FinalState state) {
        this.history = history;
        this.state = state;
    }

    List<RuleViolation> violations() {
        state.documents().forEach(this::check);
        state.searches().forEach(this::check);
        for (var coverage : state.coverage()) {
            compare(coverage.gateway(), "mandates", cells("mandate/", coverage.gateway()), coverage.mandates());
            compare(coverage.gateway(), "capacities", cells("capacity/", coverage.gateway()), coverage.capacities());
        }
        return violations;
    }

    private void check(DocumentView view) {
        var last = history.last(view.document());
        if (last == null) {
            if (view.status() != NOT_FOUND) {
                add(view.gateway() + " returns " + view + ", which has no history");
            }
        } else if (last.isRetraction() ? view.status() != GONE : !shows(view, last)) {
            add(view.gateway() + " returns " + view + ", the log has " + last);
        }
    }

    private static boolean shows(DocumentView view, HistoryRevision last) {
        return view.status() == FOUND
                && Objects.equals(view.version(), last.version())
                && Objects.equals(view.token(), last.token());
    }

    private void check(SearchView view) {
        var expected = history.documents().values().stream()
                .map(List::getLast)
                .filter(revision -> !revision.isRetraction() && revision.token().equals(view.token()))
                .map(HistoryRevision::document)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!expected.equals(view.documents())) {
            add(view.gateway() + " finds " + view.documents() + " for " + view.token() + ", the log has " + expected);
        }
    }

    /** Returns the ids of the documents of a stream in each cell of the coverage. */
    private Map<String, Set<String>> cells(String stream, String gateway) {
        var cells = new TreeMap<String, Set<String>>();
        for (var document : state.documents()) {
            if (document.gateway().equals(gateway)
                    && document.document().startsWith(stream)
                    && document.status() == FOUND) {
                for (var function : document.functions()) {
                    cells.computeIfAbsent(function + "/" + document.institution(), unknown -> new TreeSet<>())
                            .add(document.document().substring(stream.length()));
                }
            }
        }
        return cells;
    }

    private void compare(
            String gateway, String kind, Map<String, Set<String>> expected, Map<String, Set<String>> found) {
        var cells = new TreeSet<>(expected.keySet());
        cells.addAll(found.keySet());
        for (var cell : cells) {
            var inLog = expected.getOrDefault(cell, Set.of());
            var inView = found.getOrDefault(cell, Set.of());
            if (!inLog.equals(inView)) {
                var missing = new TreeSet<>(inLog);
                missing.removeAll(inView);
                var extra = new TreeSet<>(inView);
                extra.removeAll(inLog);
                add(gateway + " shows coverage of " + cell + " without the " + kind + " " + missing + " and with "
                        + extra);
            }
        }
    }

    private void add(String detail) {
        violations.add(RuleViolation.of(VIEWS_AGREE_WITH_THE_LOG, detail));
    }
}
