package org.mandateatlas.functions.coverage;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.ledger.Known;
import org.mandateatlas.functions.ledger.RegistrySnapshots;
import org.mandateatlas.registry.http.Axis;
import org.mandateatlas.replication.http.ComputedRequest;
import org.mandateatlas.replication.http.SpanRequest;

/** The moments that requests ask about. */
@Singleton
public class Moments {

    private final Clock clock;
    private final RegistrySnapshots knowledge;

    Moments(Clock clock, RegistrySnapshots knowledge) {
        this.clock = clock;
        this.knowledge = knowledge;
    }

    /** Returns what the request asks about; the day is today where it names none. */
    public Moment asked(ComputedRequest request) {
        return new Moment(known(request, request.knownAt(clock)), request.day(clock));
    }

    /** Returns what was known at an instant, up to the point of the logs that the request names. */
    private Known known(ComputedRequest request, @Nullable Instant knownAt) {
        return knowledge.at(request.position(), knownAt);
    }

    /** Returns the two moments to compare. */
    Span asked(SpanRequest span, ComputedRequest request) {
        if (span.axis() == Axis.WORLD) {
            var known = known(request, request.knownAt(clock));
            return new Span(new Moment(known, span.firstDay()), new Moment(known, span.secondDay()));
        }
        return new Span(
                new Moment(known(request, span.firstInstant(clock)), request.day(clock)),
                new Moment(known(request, span.secondInstant(clock)), request.day(clock)));
    }

    /** Two moments to compare. */
    record Span(Moment first, Moment second) {}
}
