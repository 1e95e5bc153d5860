package org.mandateatlas.functions.coverage;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.snapshot.RegistrySnapshot;
import org.mandateatlas.functions.snapshot.RegistrySnapshots;
import org.mandateatlas.registry.http.Axis;
import org.mandateatlas.replication.http.ComputedRequest;
import org.mandateatlas.replication.http.SpanRequest;

/** Resolves the times of a request to snapshots. */
@Singleton
public class BitemporalSnapshots {

    private final Clock clock;
    private final RegistrySnapshots snapshots;

    BitemporalSnapshots(Clock clock, RegistrySnapshots snapshots) {
        this.clock = clock;
        this.snapshots = snapshots;
    }

    /** Returns the snapshot of a request; the day defaults to today. */
    public BitemporalSnapshot of(ComputedRequest request) {
        return new BitemporalSnapshot(registry(request, request.knownAt(clock)), request.day(clock));
    }

    /** Returns the snapshot of a request without other institutions; the day defaults to today. */
    BitemporalSnapshot about(String institution, ComputedRequest request) {
        return new BitemporalSnapshot(
                snapshots.about(institution, request.position(), request.knownAt(clock)), request.day(clock));
    }

    /** Returns the registry at a record time and the position of the request. */
    private RegistrySnapshot registry(ComputedRequest request, @Nullable Instant knownAt) {
        return snapshots.at(request.position(), knownAt);
    }

    /** Returns the two snapshots to compare. */
    Span of(SpanRequest span, ComputedRequest request) {
        if (span.axis() == Axis.WORLD) {
            var registry = registry(request, request.knownAt(clock));
            return new Span(
                    new BitemporalSnapshot(registry, span.firstDay()),
                    new BitemporalSnapshot(registry, span.secondDay()));
        }
        return new Span(
                new BitemporalSnapshot(registry(request, span.firstInstant(clock)), request.day(clock)),
                new BitemporalSnapshot(registry(request, span.secondInstant(clock)), request.day(clock)));
    }

    /** Two snapshots to compare. */
    record Span(BitemporalSnapshot first, BitemporalSnapshot second) {}
}
