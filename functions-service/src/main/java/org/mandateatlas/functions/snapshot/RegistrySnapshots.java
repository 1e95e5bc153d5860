package org.mandateatlas.functions.snapshot;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.option.PolicyOption;
import org.mandateatlas.replication.LogRepository;
import org.mandateatlas.replication.ReplicationProgress;
import org.mandateatlas.replication.replica.ReplicaStore;
import org.mandateatlas.replication.replica.VersionedState;

/** Provides snapshots of the registry at any position and record time. */
@Singleton
public class RegistrySnapshots {

    private final VersionedState<GovernanceFunction> functions =
            new VersionedState<>("function", GovernanceFunction.class);
    private final VersionedState<InstitutionSnapshot> institutions =
            new VersionedState<>("institution", InstitutionSnapshot.class);
    private final VersionedState<MandateSnapshot> mandates =
            new VersionedState<>("mandate", MandateSnapshot.class, MandateSnapshot::holders);
    private final VersionedState<Capacity> capacities =
            new VersionedState<>("capacity", Capacity.class, capacity -> Stream.of(capacity.institution()));
    private final VersionedState<PolicyOption> options = new VersionedState<>("policy-option", PolicyOption.class);
    private final ReplicaStore replicas;

    RegistrySnapshots(LogRepository log, ReplicationProgress progress) {
        replicas = new ReplicaStore(log, progress, functions, institutions, mandates, capacities, options);
    }

    void start(@Observes StartupEvent event) {
        replicas.start();
    }

    void stop(@Observes ShutdownEvent event) {
        replicas.stop();
    }

    /**
     * Returns a snapshot.
     *
     * @param wanted the last sequence of each stream to include; all revisions of streams that are not named
     * @param knownAt the record time, or null for the latest
     */
    public RegistrySnapshot at(Position wanted, @Nullable Instant knownAt) {
        return replicas.read(
                replicas.awaitPosition(wanted),
                knownAt,
                position -> new RegistrySnapshot(
                        position,
                        knownAt,
                        functions.at(position),
                        institutions.at(position),
                        mandates.at(position),
                        capacities.at(position),
                        options.at(position)));
    }

    /**
     * Returns a snapshot without the other institutions, their mandates and their capacities.
     *
     * @param institution the institution
     * @param wanted the last sequence of each stream to include; all revisions of streams that are not named
     * @param knownAt the record time, or null for the latest
     */
    public RegistrySnapshot about(String institution, Position wanted, @Nullable Instant knownAt) {
        return replicas.read(
                replicas.awaitPosition(wanted),
                knownAt,
                position -> new RegistrySnapshot(
                        position,
                        knownAt,
                        functions.at(position),
                        institutions.withId(position, institution),
                        mandates.withKey(position, institution),
                        capacities.withKey(position, institution),
                        List.of()));
    }

    /** Returns those of the institutions that exist at a record time. */
    List<InstitutionSnapshot> institutions(List<String> ids, @Nullable Instant knownAt) {
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
