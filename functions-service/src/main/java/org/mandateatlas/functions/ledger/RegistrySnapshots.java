package org.mandateatlas.functions.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
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
     * @param point the last revision of each stream that is to count; all there are of a stream that is not named
     * @param knownAt the instant by which it must have been recorded; null for any
     */
    public Known at(SortedMap<String, Long> point, @Nullable Instant knownAt) {
        return ledger.read(
                ledger.readOnTo(point),
                knownAt,
                reached -> new Known(
                        reached,
                        reached.of(functions),
                        reached.of(institutions),
                        reached.of(mandates),
                        reached.of(capacities),
                        reached.of(options)));
    }
}
