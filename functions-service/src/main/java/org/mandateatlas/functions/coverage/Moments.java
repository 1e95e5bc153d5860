package org.mandateatlas.functions.coverage;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.chassis.http.ComputedRequest;
import org.mandateatlas.functions.ledger.Knowledge;
import org.mandateatlas.functions.ledger.Known;

/** The moments that requests ask about. */
@Singleton
public class Moments {

    private final Clock clock;
    private final Knowledge knowledge;

    Moments(Clock clock, Knowledge knowledge) {
        this.clock = clock;
        this.knowledge = knowledge;
    }

    /** Returns what the request asks about; the day is today where it names none. */
    public Moment asked(ComputedRequest request) {
        return new Moment(known(request, request.knownAt(clock)), request.day(clock));
    }

    /** Returns what was known at an instant, up to the point of the logs that the request names. */
    Known known(ComputedRequest request, @Nullable Instant knownAt) {
        return knowledge.at(request.point(), knownAt);
    }
}
