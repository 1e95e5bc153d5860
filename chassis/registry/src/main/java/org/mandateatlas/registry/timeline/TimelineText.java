package org.mandateatlas.registry.timeline;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the text of a {@link org.mandateatlas.registry.model.TimelineEntry} with values. */
final class TimelineText {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z.]+)(?:!([a-z-]+))?}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");

    private TimelineText() {}

    /** Returns the text with values; a missing one outside of brackets is left out. */
    static String fill(String text, Function<String, @Nullable String> values) {
        var parts = OPTIONAL.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(isComplete(part.group(1), values) ? part.group(1) : ""));
        return PLACEHOLDER
                .matcher(parts)
                .replaceAll(place -> {
                    var value = value(place, values);
                    return value == null ? "" : Matcher.quoteReplacement(value);
                })
                .strip();
    }

    private static boolean isComplete(String part, Function<String, @Nullable String> values) {
        return PLACEHOLDER.matcher(part).results().allMatch(place -> value(place, values) != null);
    }

    private static @Nullable String value(MatchResult place, Function<String, @Nullable String> values) {
        var value = values.apply(place.group(1));
        return value == null || value.equals(place.group(2)) ? null : value;
    }
}
