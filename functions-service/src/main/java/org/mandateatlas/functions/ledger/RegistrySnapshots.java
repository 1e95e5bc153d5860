package org.mandateatlas.functions.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.option.PolicyOption;
import org.mandateatlas.replication.LogRepository;
import org.mandateatlas.replication.replica.ReplicaStore;
import org.mandateatlas.replication.replica.VersionedState;

/** All that coverage and simulation rest on, as it was known at any point of the logs. */
@Singleton
public class RegistrySnapshots {

    private final VersionedState<GovernanceFunction> functions =
            new VersionedState<>("function", GovernanceFunction.class);
    private final VersionedState<Institution> institutions = new VersionedState<>("institution", Institution.class);
    private final VersionedState<Mandate> mandates = new VersionedState<>("mandate", Mandate.class);
    private final VersionedState<Capacity> capacities = new VersionedState<>("capacity", Capacity.class);
    private final VersionedState<PolicyOption> options = new VersionedState<>("policy-option", PolicyOption.class);
    private final ReplicaStore ledger;

    RegistrySnapshots(LogRepository log) {
        ledger = new ReplicaStore(log, functions, institutions, mandates, capacities, options);
    }

    void start(@Observes StartupEvent event) {
        ledger.start();
    }

    void stop(@Observes ShutdownEvent event) {
        ledger.stop();
    }

    /**
     * Returns what was known.
     *
     * @param wanted the last revision of each stream that is to count; all there are of a stream that is not named
     * @param knownAt the instant by which it must have been recorded; null for any
     */
    public Known at(Position wanted, @Nullable Instant knownAt) {
        return ledger.read(
                ledger.awaitPosition(wanted),
                knownAt,
                position -> new Known(
                        position,
                        knownAt,
                        functions.at(position),
                        institutions.at(position),
                        mandates.at(position),
                        capacities.at(position),
                        options.at(position)));
    }

    /** Returns those of the institutions that were known at an instant, or are known now. */
    List<Institution> institutions(List<String> ids, @Nullable Instant knownAt) {
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
