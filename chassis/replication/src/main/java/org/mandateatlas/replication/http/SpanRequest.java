package org.mandateatlas.replication.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.http.Axis;

/** The parameters of a comparison: two days of valid time or two instants of record time. */
public class SpanRequest {

    private static final int LONGEST_DAY = 10;

    @RestQuery
    @Parameter(
            description = "Start of the comparison: a date (valid time) or an instant (record time).",
            required = true,
            example = "2004-12-31")
    @Nullable String from;

    @RestQuery
    @Parameter(
            description = "End of the comparison, of the same type as `from` and not before it.",
            required = true,
            example = "2026-01-01")
    @Nullable String to;

    /** Validates the parameters and rejects a time on the compared axis. */
    public void check(ComputedRequest request, Clock clock) {
        if (axis() == Axis.WORLD) {
            request.reject("validAt", "is not supported when two dates are compared");
            requireOrder(firstDay(), secondDay());
        } else {
            request.reject("knownAt", "is not supported when two instants are compared");
            requireOrder(firstInstant(clock), secondInstant(clock));
        }
    }

    private static <T extends Comparable<? super T>> void requireOrder(T from, T to) {
        if (to.compareTo(from) < 0) {
            throw ProblemException.parameter("to", "must not be before from");
        }
    }

    /** Returns the compared axis: instants contain a time of day. */
    public Axis axis() {
        var first = from().length() > LONGEST_DAY;
        var second = to().length() > LONGEST_DAY;
        if (first != second) {
            throw ProblemException.parameter("to", "must be of the same type as from: two dates or two instants");
        }
        return first ? Axis.KNOWLEDGE : Axis.WORLD;
    }

    /** Returns the first date or instant as given. */
    public String from() {
        return required("from", from);
    }

    /** Returns the second date or instant as given. */
    public String to() {
        return required("to", to);
    }

    private static String required(String parameter, @Nullable String value) {
        if (value == null) {
            throw ProblemException.parameter(parameter, "is required");
        }
        return value;
    }

    /** Returns the first day. */
    public LocalDate firstDay() {
        return Objects.requireNonNull(Parse.day("from", from()));
    }

    /** Returns the second day. */
    public LocalDate secondDay() {
        return Objects.requireNonNull(Parse.day("to", to()));
    }

    /** Returns the first instant. */
    public Instant firstInstant(Clock clock) {
        return Parse.instant("from", from(), clock);
    }

    /** Returns the second instant. */
    public Instant secondInstant(Clock clock) {
        return Parse.instant("to", to(), clock);
    }
}
