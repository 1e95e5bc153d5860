package org.mandateatlas.processes.network;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.chassis.following.LogRepository;
import org.mandateatlas.chassis.http.ComputedRequest;
import org.mandateatlas.chassis.ledger.History;
import org.mandateatlas.chassis.ledger.Ledger;
import org.mandateatlas.processes.participation.Participation;
import org.mandateatlas.processes.process.GovernanceProcess;

/** All that the network rests on, as it was known at any point of the logs. */
@Singleton
class Knowledge {

    private final Clock clock;
    private final History<GovernanceProcess> processes = new History<>("process", GovernanceProcess.class);
    private final History<Participation> participations = new History<>("participation", Participation.class);
    private final History<KnownInstitution> institutions = new History<>("institution", KnownInstitution.class);
    private final Ledger ledger;

    Knowledge(Clock clock, LogRepository log) {
        this.clock = clock;
        ledger = new Ledger(log, processes, participations, institutions);
    }

    void start(@Observes StartupEvent event) {
        ledger.start();
    }

    void stop(@Observes ShutdownEvent event) {
        ledger.stop();
    }

    /** Returns what was known when the request asks about. */
    Known asked(ComputedRequest request) {
        return at(request, request.knownAt(clock));
    }

    /** Returns what was known at an instant, up to the point of the logs that the request names. */
    Known at(ComputedRequest request, @Nullable Instant knownAt) {
        return ledger.read(
                ledger.readOnTo(request.point()),
                knownAt,
                point -> new Known(point, point.of(processes), point.of(participations), point.of(institutions)));
    }
}
