package org.mandateatlas.base.http;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Content negotiation by {@code Accept} (RFC 9110, section 12.5.1). Gateway and services use the same function, so that the gateway
 * knows the cost of a request.
 */
public final class ContentNegotiation {

    /** One JSON document per line. */
    public static final MediaType NDJSON = new MediaType("application", "x-ndjson");

    /** One document per row. */
    public static final MediaType CSV = new MediaType("text", "csv");

    private static final Comparator<Range> BY_PREFERENCE = Comparator.comparingDouble(Range::quality)
            .thenComparingInt(Range::specificity)
            .reversed();

    private ContentNegotiation() {}

    /**
     * Returns the media type that a client prefers. Among equally preferred types, the one named first wins.
     *
     * @param accept the {@code Accept} header; null when there is none
     * @param offered the types to choose from, the default first
     * @return null when the client accepts none of them
     */
    public static @Nullable MediaType preferred(@Nullable String accept, List<MediaType> offered) {
        if (accept == null || accept.isBlank() || accept.equals(MediaType.WILDCARD)) {
            return offered.getFirst();
        }
        var elements = elements(accept);
        if (elements.isEmpty()) {
            return offered.getFirst();
        }
        var ranges = ranges(elements);
        var accepted =
                offered.stream().filter(type -> !isExcluded(type, ranges)).toList();
        for (var range : ranges) {
            for (var type : accepted) {
                if (range.quality > 0 && range.includes(type)) {
                    return type;
                }
            }
        }
        return null;
    }

    /** Splits a list at the commas that are not quoted. The time is proportional to its length, which clients choose. */
    private static List<String> elements(String list) {
        var elements = new ArrayList<String>();
        var isQuoted = false;
        var start = 0;
        for (var i = 0; i <= list.length(); i++) {
            if (i == list.length() || (list.charAt(i) == ',' && !isQuoted)) {
                var element = list.substring(start, i).strip();
                if (!element.isEmpty()) {
                    elements.add(element);
                }
                start = i + 1;
            } else if (list.charAt(i) == '"') {
                isQuoted = !isQuoted;
            }
        }
        return elements;
    }

    private static String withoutSpaces(String element) {
        return Stream.of(element.split(";", -1)).map(String::strip).collect(Collectors.joining(";"));
    }

    /** Returns the ranges of the header, the most preferred first, without malformed ones. */
    private static List<Range> ranges(List<String> elements) {
        var ranges = new ArrayList<Range>();
        for (var element : elements) {
            try {
                var type = MediaType.valueOf(withoutSpaces(element));
                ranges.add(
                        new Range(type, Double.parseDouble(type.getParameters().getOrDefault("q", "1"))));
            } catch (IllegalArgumentException e) {
                // malformed
            }
        }
        ranges.sort(BY_PREFERENCE);
        return ranges;
    }

    /** Returns whether the most specific range that includes the type has a quality of 0. */
    private static boolean isExcluded(MediaType type, List<Range> ranges) {
        return ranges.stream()
                        .filter(range -> range.includes(type))
                        .max(Comparator.comparingInt(Range::specificity))
                        .map(Range::quality)
                        .orElse(1.0)
                <= 0;
    }

    /** A media range with its weight. */
    private record Range(MediaType type, double quality) {

        boolean includes(MediaType offered) {
            return type.isCompatible(offered);
        }

        int specificity() {
            if (type.isWildcardType()) {
                return 0;
            }
            return type.isWildcardSubtype() ? 1 : 2;
        }
    }
}
