package org.mandateatlas.replication.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.http.Axis;
import org.mandateatlas.registry.http.Parse;

/** Between what is compared: two days of the world, or two instants of our knowledge. */
public class SpanRequest {

    private static final int LONGEST_DAY = 10;

    @RestQuery
    @Parameter(description = "The first day or instant.", required = true, example = "2004-12-31")
    @Nullable String from;

    @RestQuery
    @Parameter(description = "The second, of the same kind and not before it.", required = true, example = "2026-01-01")
    @Nullable String to;

    /** Refuses values that are none, and times that are asked for besides. */
    public void check(ComputedRequest request, Clock clock) {
        if (axis() == Axis.WORLD) {
            request.refuse("validAt", "is not for two days, which say themselves when");
            refuseBackwards(firstDay(), secondDay());
        } else {
            request.refuse("knownAt", "is not for two instants, which say themselves as known when");
            refuseBackwards(firstInstant(clock), secondInstant(clock));
        }
    }

    private static <T extends Comparable<? super T>> void refuseBackwards(T from, T to) {
        if (to.compareTo(from) < 0) {
            throw ProblemException.parameter("to", "lies before from");
        }
    }

    /** Tells along which time is compared: instants have a time of the day. */
    public Axis axis() {
        var first = from().length() > LONGEST_DAY;
        var second = to().length() > LONGEST_DAY;
        if (first != second) {
            throw ProblemException.parameter("to", "is not of the kind of from: give two days or two instants");
        }
        return first ? Axis.KNOWLEDGE : Axis.WORLD;
    }

    /** Returns the first day or instant as it was given. */
    public String from() {
        return required("from", from);
    }

    /** Returns the second day or instant as it was given. */
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
