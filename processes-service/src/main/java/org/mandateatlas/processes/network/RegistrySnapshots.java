package org.mandateatlas.processes.network;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.processes.participation.Participation;
import org.mandateatlas.processes.process.GovernanceProcess;
import org.mandateatlas.replication.LogRepository;
import org.mandateatlas.replication.http.ComputedRequest;
import org.mandateatlas.replication.replica.ReplicaStore;
import org.mandateatlas.replication.replica.VersionedState;

/** All that the network rests on, as it was known at any point of the logs. */
@Singleton
class RegistrySnapshots {

    private final Clock clock;
    private final VersionedState<GovernanceProcess> processes =
            new VersionedState<>("process", GovernanceProcess.class);
    private final VersionedState<Participation> participations =
            new VersionedState<>("participation", Participation.class);
    private final VersionedState<KnownInstitution> institutions =
            new VersionedState<>("institution", KnownInstitution.class);
    private final ReplicaStore ledger;

    RegistrySnapshots(Clock clock, LogRepository log) {
        this.clock = clock;
        ledger = new ReplicaStore(log, processes, participations, institutions);
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

    /** Returns what was known at an instant, up to the requested position. */
    Known at(ComputedRequest request, @Nullable Instant knownAt) {
        return ledger.read(
                ledger.awaitPosition(request.position()),
                knownAt,
                position -> new Known(
                        position,
                        knownAt,
                        processes.at(position),
                        participations.at(position),
                        institutions.at(position)));
    }

    /** Returns those of the institutions that were known at an instant, or are known now. */
    List<KnownInstitution> institutions(List<String> ids, @Nullable Instant knownAt) {
        return ids.isEmpty()
                ? List.of()
                : ledger.read(
                        ledger.awaitPosition(Position.START),
                        knownAt,
                        position -> ids.stream()
                                .map(id -> institutions.at(position, id))
                                .filter(Objects::nonNull)
                                .toList());
    }
}
