package org.mandateatlas.gateway.request;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.text.Slug;

/**
 * The query parameters of a request to something of the gateway's own. What is not known, stands twice where one is
 * read, is
 * empty or malformed is refused with the name of the parameter, as the owners do.
 */
public final class Parameters {

    private static final int LONGEST = 2000;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt].+");

    private final MultiMap values;

    private Parameters(MultiMap values) {
        this.values = values;
    }

    /**
     * Reads the parameters of a request.
     *
     * @param single the names of those that may stand once
     * @param repeatable the names of those that may stand several times
     * @throws ProblemException when there are others, or one has a value that is no text
     */
    public static Parameters of(RoutingContext context, Set<String> single, Set<String> repeatable) {
        var parameters = new Parameters(context.queryParams());
        var known = new TreeSet<>(single);
        known.addAll(repeatable);
        for (String name : parameters.values.names()) {
            if (!known.contains(name)) {
                throw ProblemException.parameter(
                        printable(name),
                        known.isEmpty()
                                ? "is not known here, where none is"
                                : "is not known here; known are " + String.join(", ", known));
            }
            List<String> given = parameters.all(name);
            if (given.size() > 1 && !repeatable.contains(name)) {
                throw ProblemException.parameter(name, "is given more than once");
            }
            given.forEach(value -> checkText(name, value));
        }
        return parameters;
    }

    private static void checkText(String name, String value) {
        if (value.isBlank()) {
            throw ProblemException.parameter(name, "is empty");
        }
        if (value.length() > LONGEST) {
            throw ProblemException.parameter(name, "is longer than " + LONGEST + " characters");
        }
        if (value.codePoints()
                .anyMatch(c ->
                        Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
            throw ProblemException.parameter(name, "has a character that is no text");
        }
    }

    private static String printable(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "");
        return clean.length() > 80 ? clean.substring(0, 80) : clean;
    }

    /** Returns whether the parameter is present. */
    public boolean has(String name) {
        return values.contains(name);
    }

    /** Returns the value; null when there is none. */
    public @Nullable String text(String name) {
        return values.get(name);
    }

    /** Returns the value of a parameter that must be given. */
    public String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw ProblemException.parameter(name, "is required");
        }
        return value;
    }

    /** Returns all values. */
    public List<String> all(String name) {
        return values.getAll(name);
    }

    /** Returns all values, each of which must be an id. */
    public List<String> slugs(String name) {
        List<String> given = all(name);
        given.forEach(value -> slug(name, value));
        return given;
    }

    /** Returns all values, each of which must be one of the words. */
    public List<String> words(String name, Collection<String> known) {
        List<String> given = all(name);
        for (String value : given) {
            if (!known.contains(value)) {
                throw ProblemException.parameter(name, "is none of " + String.join(", ", known));
            }
        }
        return given;
    }

    /** Returns a day of the calendar; null when none is given. */
    public @Nullable LocalDate day(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!DAY.matcher(text).matches()) {
            throw ProblemException.parameter(name, "is not a date such as 2004-12-31");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.parameter(name, "is not a day of the calendar");
        }
    }

    /** Returns an instant that is not in the future; null when none is given. */
    public @Nullable Instant instant(String name, Clock clock) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!INSTANT.matcher(text).matches()) {
            throw ProblemException.parameter(name, "is not an instant such as 2026-11-23T10:00:00Z");
        }
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.parameter(
                    name, "is not an instant such as 2026-11-23T10:00:00Z (write a + of its offset as %2B)");
        }
        if (instant.isAfter(clock.instant())) {
            throw ProblemException.parameter(name, "lies in the future, which the registry does not know yet");
        }
        return instant;
    }

    /** Returns a whole number within bounds, or another where none is given. */
    public int number(String name, int least, int most, int otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        if (NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw ProblemException.parameter(name, "is not a whole number from " + least + " to " + most);
    }

    /** Returns whether a flag is set: {@code true} or {@code false}. */
    public boolean flag(String name) {
        return words(name, List.of("true", "false")).contains("true");
    }

    /** Checks an id that is given as a parameter; returns it. */
    public static String slug(String name, String text) {
        if (!Slug.is(text)) {
            throw ProblemException.parameter(
                    name, "is not an id: lower-case letters and digits, joined by single hyphens, at most 80");
        }
        return text;
    }
}
