package org.mandateatlas.torture.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.torture.check.FinalState.CoverageView;
import org.mandateatlas.torture.check.FinalState.DocumentView;
import org.mandateatlas.torture.check.FinalState.SearchView;
import org.mandateatlas.torture.journal.Entry;
import org.mandateatlas.torture.journal.EventEntry;
import org.mandateatlas.torture.journal.EventSource;
import org.mandateatlas.torture.journal.Journals;
import org.mandateatlas.torture.journal.OperationOutcome;
import org.mandateatlas.torture.journal.ReadEntry;
import org.mandateatlas.torture.journal.WriteEntry;
import org.mandateatlas.torture.journal.WriteKind;

/** The journals and the final state of a run against a correct registry, one operation after the other, to which faults are added. */
final class SampleRun {

    static final List<String> GATEWAYS = List.of("gateway-1", "gateway-2");

    private static final Map<String, EventSource> CONSUMERS =
            Map.of("kafka", EventSource.KAFKA, "feed", EventSource.FEED, "webhook", EventSource.WEBHOOK);

    final List<Entry> entries = new ArrayList<>();
    final List<HistoryRevision> revisions = new ArrayList<>();
    final List<String> findings = new ArrayList<>();
    final List<DocumentView> documents = new ArrayList<>();
    final List<CoverageView> coverage = new ArrayList<>();
    final List<SearchView> searches = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Long> heads = new TreeMap<>();
    private final Map<String, Map<String, Long>> seen = new HashMap<>();
    private long now;

    /** A write that is acknowledged. */
    HistoryRevision write(WriteKind kind, String document, String token) {
        var before = last(document);
        var expected = before == null || before.isRetraction() ? 0 : before.version();
        var made = record(kind == WriteKind.RETRACT ? "retracted" : "changed", document, token);
        attempt(
                kind,
                document,
                token,
                expected,
                OperationOutcome.OK,
                kind == WriteKind.RETRACT ? null : made.version());
        publish(made);
        return made;
    }

    /** A write without a response that took effect nevertheless. */
    HistoryRevision unanswered(String document, String token) {
        var before = last(document);
        var made = record("changed", document, token);
        attempt(
                WriteKind.REPLACE,
                document,
                token,
                before == null ? 0 : before.version(),
                OperationOutcome.UNKNOWN,
                null);
        publish(made);
        return made;
    }

    /** A write with an outcome that the caller chooses, without an effect. */
    WriteEntry attempt(
            WriteKind kind,
            String document,
            String token,
            int expected,
            OperationOutcome outcome,
            @Nullable Integer version) {
        var parts = document.split("/", -1);
        var status = outcome == OperationOutcome.OK ? 200 : outcome == OperationOutcome.REJECTED ? 412 : 0;
        var entry = new WriteEntry(
                "writer",
                line("writer"),
                now += 10,
                now += 10,
                kind,
                parts[0],
                parts[1],
                token,
                expected,
                outcome,
                status,
                version);
        entries.add(entry);
        return entry;
    }

    /** Adds a revision to the log; nobody has been told of it. */
    HistoryRevision record(String change, String document, String token) {
        var parts = document.split("/", -1);
        var before = last(document);
        var made = new HistoryRevision(
                parts[0],
                heads.merge(parts[0], 1L, Long::sum),
                parts[1],
                before == null ? 1 : before.version() + 1,
                change,
                token);
        revisions.add(made);
        return made;
    }

    void publish(HistoryRevision revision) {
        CONSUMERS.keySet().forEach(consumer -> receive(consumer, revision));
    }

    void receive(String consumer, HistoryRevision revision) {
        entries.add(new EventEntry(
                consumer,
                line(consumer),
                now += 1,
                Objects.requireNonNull(CONSUMERS.get(consumer)),
                revision.stream(),
                revision.sequence(),
                revision.id(),
                revision.version(),
                revision.token()));
    }

    /** A read that returns the last version. */
    ReadEntry read(String client, int gateway, String document, boolean fresh) {
        var last = last(document);
        return read(client, gateway, document, fresh, last == null || last.isRetraction() ? null : last, heads);
    }

    /** A read that returns a version and a position. */
    ReadEntry read(
            String client,
            int gateway,
            String document,
            boolean fresh,
            @Nullable HistoryRevision shown,
            Map<String, Long> position) {
        var sent = seen.computeIfAbsent(client, unknown -> new TreeMap<>());
        var last = last(document);
        var entry = new ReadEntry(
                client,
                line(client),
                GATEWAYS.get(gateway),
                now += 10,
                now += 10,
                "/v1/" + document,
                fresh,
                Map.copyOf(sent),
                shown != null ? 200 : last == null ? 404 : 410,
                Map.copyOf(position),
                document,
                shown == null ? null : shown.version(),
                shown == null ? null : shown.token());
        position.forEach((stream, sequence) -> sent.merge(stream, sequence, Math::max));
        entries.add(entry);
        return entry;
    }

    /** Reads everything through all gateways, as at the end of a run. */
    void settle() {
        for (var gateway : GATEWAYS) {
            revisions.stream()
                    .map(HistoryRevision::document)
                    .distinct()
                    .forEach(document -> documents.add(view(gateway, document)));
            coverage.add(new CoverageView(gateway, Map.of("f/i", Set.of("m")), Map.of()));
            revisions.forEach(revision -> searches.add(new SearchView(
                    gateway,
                    revision.token(),
                    Set.copyOf(revisions.stream()
                            .filter(each -> each.equals(last(each.document())) && !each.isRetraction())
                            .filter(each -> each.token().equals(revision.token()))
                            .map(HistoryRevision::document)
                            .toList()))));
        }
    }

    private DocumentView view(String gateway, String document) {
        var last = last(document);
        if (last == null || last.isRetraction()) {
            return new DocumentView(gateway, document, 410, null, null, null, List.of());
        }
        return new DocumentView(gateway, document, 200, last.version(), last.token(), "i", List.of("f"));
    }

    @Nullable HistoryRevision last(String document) {
        return revisions.stream()
                .filter(revision -> revision.document().equals(document))
                .max(Comparator.comparingInt(HistoryRevision::version))
                .orElse(null);
    }

    /** Replaces entries of a type. */
    <E extends Entry> void replace(Class<E> type, Predicate<E> which, UnaryOperator<E> replacement) {
        entries.replaceAll(entry ->
                type.isInstance(entry) && which.test(type.cast(entry)) ? replacement.apply(type.cast(entry)) : entry);
    }

    <E extends Entry> void remove(Class<E> type, Predicate<E> which) {
        entries.removeIf(entry -> type.isInstance(entry) && which.test(type.cast(entry)));
    }

    List<RuleViolation> check() {
        return Checker.check(
                Journals.of(entries),
                new FinalState(revisions, heads, CONSUMERS.keySet(), documents, coverage, searches, findings));
    }

    private int line(String client) {
        return lines.merge(client, 1, Integer::sum);
    }
}
