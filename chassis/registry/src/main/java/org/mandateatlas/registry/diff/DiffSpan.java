package org.mandateatlas.registry.diff;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.time.Times;

/**
 * The two states that are compared: two days as known at one instant, or two instants about one day.
 *
 * @param axis the time along which they differ
 * @param before both times of the first state
 * @param after both times of the second state
 */
record DiffSpan(DiffAxis axis, Times before, Times after) {

    private static final int LONGEST_DAY = 10;

    /**
     * Reads it from a request; an instant has a time of day. A further page of changes between instants may have the
     * {@code knownAt} of the first page.
     */
    static DiffSpan of(DiffRequest request, Times times, boolean furtherPage, Clock clock) {
        var from = required("from", request.from);
        var to = required("to", request.to);
        var instants = from.length() > LONGEST_DAY;
        if (instants != to.length() > LONGEST_DAY) {
            throw ProblemException.parameter("to", "is not of the kind of from: give two days or two instants");
        }
        return instants ? ofInstants(from, to, times, furtherPage, clock) : ofDays(from, to, times);
    }

    private static String required(String parameter, @Nullable String text) {
        if (text == null) {
            throw ProblemException.parameter(parameter, "is required");
        }
        return text;
    }

    private static DiffSpan ofDays(String from, String to, Times times) {
        if (times.validAt() != null) {
            throw ProblemException.parameter("validAt", "cannot be given with two days");
        }
        var before = new Times(Parse.day("from", from), times.knownAt());
        var after = new Times(Parse.day("to", to), times.knownAt());
        refuseBackwards(before.validAt(), after.validAt());
        return new DiffSpan(DiffAxis.WORLD, before, after);
    }

    private static DiffSpan ofInstants(String from, String to, Times times, boolean furtherPage, Clock clock) {
        var pin = times.knownAt();
        if (pin != null && !furtherPage) {
            throw ProblemException.parameter("knownAt", "cannot be given with two instants");
        }
        var before = Parse.instant("from", from, clock);
        var after = Parse.instant("to", to, clock);
        refuseBackwards(before, after);
        return new DiffSpan(
                DiffAxis.KNOWLEDGE,
                new Times(times.validAt(), before),
                new Times(times.validAt(), earlier(after, pin)));
    }

    private static Instant earlier(Instant instant, @Nullable Instant pin) {
        return pin == null || instant.isBefore(pin) ? instant : pin;
    }

    private static <T extends Comparable<? super T>> void refuseBackwards(@Nullable T from, @Nullable T to) {
        if (from != null && to != null && to.compareTo(from) < 0) {
            throw ProblemException.parameter("to", "is before from");
        }
    }
}
