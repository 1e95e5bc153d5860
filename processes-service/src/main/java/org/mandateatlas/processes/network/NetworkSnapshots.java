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
import org.mandateatlas.replication.ReplicationProgress;
import org.mandateatlas.replication.http.ComputedRequest;
import org.mandateatlas.replication.replica.ReplicaStore;
import org.mandateatlas.replication.replica.VersionedState;

/** Provides snapshots of the registry at any position and record time. */
@Singleton
class NetworkSnapshots {

    private final Clock clock;
    private final VersionedState<GovernanceProcess> processes =
            new VersionedState<>("process", GovernanceProcess.class);
    private final VersionedState<Participation> participations =
            new VersionedState<>("participation", Participation.class);
    private final VersionedState<NamedInstitution> institutions =
            new VersionedState<>("institution", NamedInstitution.class);
    private final ReplicaStore replicas;

    NetworkSnapshots(Clock clock, LogRepository log, ReplicationProgress progress) {
        this.clock = clock;
        replicas = new ReplicaStore(log, progress, processes, participations, institutions);
    }

    void start(@Observes StartupEvent event) {
        replicas.start();
    }

    void stop(@Observes ShutdownEvent event) {
        replicas.stop();
    }

    /** Returns the snapshot of a request. */
    NetworkSnapshot of(ComputedRequest request) {
        return at(request, request.knownAt(clock));
    }

    /** Returns the registry at a record time and the position of the request. */
    NetworkSnapshot at(ComputedRequest request, @Nullable Instant knownAt) {
        return replicas.read(
                replicas.awaitPosition(request.position()),
                knownAt,
                position -> new NetworkSnapshot(
                        position,
                        knownAt,
                        processes.at(position),
                        participations.at(position),
                        institutions.at(position)));
    }

    /** Returns those of the institutions that exist at a record time. */
    List<NamedInstitution> institutions(List<String> ids, @Nullable Instant knownAt) {
        return ids.isEmpty()
                ? List.of()
                : replicas.read(
                        replicas.awaitPosition(Position.START),
                        knownAt,
                        position -> ids.stream()
                                .map(id -> institutions.at(position, id))
                                .filter(Objects::nonNull)
                                .toList());
    }
}
