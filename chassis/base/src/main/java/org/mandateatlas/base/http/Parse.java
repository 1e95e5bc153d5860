package org.mandateatlas.base.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.base.time.CalendarDate;

/** Parses the values of query and path parameters; an invalid value is a problem that names the parameter. */
public final class Parse {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt].+");

    private Parse() {}

    /** Parses a date; null for null. */
    public static @Nullable LocalDate day(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return CalendarDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.parameter(parameter, "is not a date of the calendar in the years 0001 to 9999");
        } catch (IllegalArgumentException e) {
            throw ProblemException.parameter(parameter, "is not a date such as 2004-12-31");
        }
    }

    /** Parses {@code knownAt}, an instant that is not in the future; null for null. */
    public static @Nullable Instant knownAt(@Nullable String text, Clock clock) {
        return text == null ? null : instant("knownAt", text, clock);
    }

    /** Parses an instant that is not in the future, truncated to microseconds, the precision of recorded instants. */
    public static Instant instant(String parameter, String text, Clock clock) {
        if (!INSTANT.matcher(text).matches()) {
            throw ProblemException.parameter(parameter, "is not an instant such as 2026-11-23T10:00:00Z");
        }
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw ProblemException.parameter(
                    parameter, "is not an instant such as 2026-11-23T10:00:00Z (write a + of its offset as %2B)");
        }
        if (instant.isBefore(EARLIEST)) {
            throw ProblemException.parameter(parameter, "is before the year 0001");
        }
        if (instant.isAfter(clock.instant())) {
            throw ProblemException.parameter(parameter, "is in the future");
        }
        return instant;
    }

    /** Parses an integer within bounds. */
    public static int number(String parameter, String text, int least, int most) {
        try {
            if (NUMBER.matcher(text).matches()) {
                var number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            }
        } catch (NumberFormatException e) {
            // rejected below, as a number out of bounds
        }
        throw ProblemException.parameter(parameter, "is not an integer from " + least + " to " + most);
    }

    /** Checks an id and returns it. */
    public static String slug(String parameter, String text) {
        if (!Slug.is(text)) {
            throw ProblemException.parameter(
                    parameter,
                    "is not an id: lower-case letters and digits, joined by single hyphens, at most 80 characters");
        }
        return text;
    }

    /** Checks ids and returns them. */
    public static List<String> slugs(String parameter, List<String> texts) {
        texts.forEach(text -> slug(parameter, text));
        return texts;
    }

    /** Returns whether the text is true; false if it is absent. */
    public static boolean flag(String parameter, @Nullable String text) {
        return text != null
                && words(parameter, List.of(text), List.of("true", "false")).contains("true");
    }

    /** Checks that each text is a value of the enum and returns them. */
    public static List<String> words(String parameter, List<String> texts, Class<? extends Enum<?>> type) {
        return words(parameter, texts, EnumValues.of(type));
    }

    /** Checks that each text is one of the known values and returns them. */
    public static List<String> words(String parameter, List<String> texts, Collection<String> known) {
        for (var text : texts) {
            if (!known.contains(text)) {
                throw ProblemException.parameter(parameter, "is not one of " + String.join(", ", known));
            }
        }
        return texts;
    }
}
