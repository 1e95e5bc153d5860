package org.mandateatlas.gateway.diff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.gateway.compose.Times;
import org.mandateatlas.gateway.request.Parameters;

/**
 * Between what is compared: two days of the world, or two instants of our knowledge; the other time is the same on both sides.
 *
 * @param axis along which time
 * @param before both times of the first side
 * @param after both times of the second side
 */
record Span(Axis axis, Times before, Times after) {

    private static final int LONGEST_DAY = 10;

    /** A time along which things change. */
    enum Axis {
        WORLD,
        KNOWLEDGE
    }

    /** Reads it from a request; instants have a time of the day, which tells them from days. */
    static Span of(Parameters parameters, Clock clock) {
        boolean instants = parameters.required("from").length() > LONGEST_DAY;
        if (instants != parameters.required("to").length() > LONGEST_DAY) {
            throw ProblemException.parameter("to", "is not of the kind of from: give two days or two instants");
        }
        return instants ? ofInstants(parameters, clock) : ofDays(parameters, clock);
    }

    private static Span ofDays(Parameters parameters, Clock clock) {
        if (parameters.has("validAt")) {
            throw ProblemException.parameter("validAt", "is not for two days, which say themselves when");
        }
        LocalDate from = Objects.requireNonNull(parameters.day("from"));
        LocalDate to = Objects.requireNonNull(parameters.day("to"));
        refuseBackwards(from, to);
        Instant knownAt = parameters.instant("knownAt", clock);
        return new Span(Axis.WORLD, new Times(from, knownAt), new Times(to, knownAt));
    }

    private static Span ofInstants(Parameters parameters, Clock clock) {
        if (parameters.has("knownAt")) {
            throw ProblemException.parameter("knownAt", "is not for two instants, which say themselves as known when");
        }
        Instant from = Objects.requireNonNull(parameters.instant("from", clock));
        Instant to = Objects.requireNonNull(parameters.instant("to", clock));
        refuseBackwards(from, to);
        LocalDate validAt = parameters.day("validAt");
        return new Span(Axis.KNOWLEDGE, new Times(validAt, from), new Times(validAt, to));
    }

    private static <T extends Comparable<? super T>> void refuseBackwards(T from, T to) {
        if (to.compareTo(from) < 0) {
            throw ProblemException.parameter("to", "lies before from");
        }
    }
}
