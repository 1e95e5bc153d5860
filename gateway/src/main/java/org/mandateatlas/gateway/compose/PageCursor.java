package org.mandateatlas.gateway.compose;

import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Cursor;
import org.mandateatlas.base.problem.ProblemException;

/**
 * Where a merged page begins. The cursor pins each upstream to the instant at which the first page was read; an upstream that was missing
 * then has no pin, and stays out to the last page, so that pages never shift.
 *
 * @param pins the instant that each upstream is read at, by the name of the upstream
 * @param after the order key of the last item before the page
 */
record PageCursor(SortedMap<String, Instant> pins, String after) {

    private static final Set<String> OF_THE_PAGE = Set.of(Cursor.PARAMETER, "limit", "withTotal");

    PageCursor {
        pins = Collections.unmodifiableSortedMap(new TreeMap<>(pins));
    }

    /**
     * Reads the cursor of a request; null when it has none.
     *
     * @throws ProblemException when it is not a cursor of this query
     */
    static @Nullable PageCursor of(RoutingContext context) {
        var text = context.queryParams().get(Cursor.PARAMETER);
        if (text == null) {
            return null;
        }
        var values = Cursor.decode(query(context.normalizedPath(), context.queryParams()), text);
        if (values.size() < 2) {
            throw Cursor.invalid();
        }
        try {
            return new PageCursor(pins(values.getFirst()), String.join("|", values.subList(1, values.size())));
        } catch (DateTimeException e) {
            throw Cursor.invalid();
        }
    }

    private static SortedMap<String, Instant> pins(String text) {
        var pins = new TreeMap<String, Instant>();
        for (var pin : text.split(",", -1)) {
            var separator = pin.indexOf('=');
            if (separator < 0) {
                throw Cursor.invalid();
            }
            pins.put(pin.substring(0, separator), Instant.parse(pin.substring(separator + 1)));
        }
        return pins;
    }

    /**
     * Returns path and query of the page.
     *
     * @param parameters the parameters of the page before
     */
    String link(String path, Iterable<Map.Entry<String, String>> parameters) {
        var pinned = pins.entrySet().stream()
                .map(pin -> pin.getKey() + "=" + pin.getValue())
                .collect(Collectors.joining(","));
        var link = new StringBuilder(path).append('?');
        for (var parameter : parameters) {
            if (!parameter.getKey().equals(Cursor.PARAMETER)) {
                link.append(MergeRequest.encode(parameter.getKey()))
                        .append('=')
                        .append(MergeRequest.encode(parameter.getValue()))
                        .append('&');
            }
        }
        var text = Cursor.encode(query(path, parameters), List.of(pinned, after));
        return link.append(Cursor.PARAMETER + '=')
                .append(MergeRequest.encode(text))
                .toString();
    }

    /** The query without page size and cursor, in a canonical form. */
    private static String query(String path, Iterable<Map.Entry<String, String>> parameters) {
        var query = new TreeMap<String, List<String>>();
        for (var parameter : parameters) {
            if (!OF_THE_PAGE.contains(parameter.getKey())) {
                query.computeIfAbsent(parameter.getKey(), none -> new ArrayList<>())
                        .add(parameter.getValue());
            }
        }
        return path + query;
    }
}
