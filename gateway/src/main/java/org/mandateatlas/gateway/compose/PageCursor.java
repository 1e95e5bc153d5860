package org.mandateatlas.gateway.compose;

import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
        var values = Cursor.decode(query(context), text);
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

    /** Returns it as text, for the query of a request. */
    String text(RoutingContext context) {
        return text(query(context));
    }

    /** Returns it as text, for a query of a path with parameters of one value. */
    String text(String path, List<Map.Entry<String, String>> parameters) {
        var query = new TreeMap<String, List<String>>();
        parameters.forEach(parameter -> query.put(parameter.getKey(), List.of(parameter.getValue())));
        return text(path + query);
    }

    private String text(String query) {
        var pinned = pins.entrySet().stream()
                .map(pin -> pin.getKey() + "=" + pin.getValue())
                .collect(Collectors.joining(","));
        return Cursor.encode(query, List.of(pinned, after));
    }

    /** The request without page size and cursor. */
    private static String query(RoutingContext context) {
        var query = new TreeMap<String, List<String>>();
        for (var name : context.queryParams().names()) {
            if (!name.equals(Cursor.PARAMETER) && !name.equals("limit") && !name.equals("withTotal")) {
                query.put(name, context.queryParams().getAll(name));
            }
        }
        return context.normalizedPath() + query;
    }
}
