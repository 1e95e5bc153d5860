package org.mandateatlas.torture.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans are reproducible, varied and bounded. */
class FaultPlanTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void theSameSeedGivesTheSamePlan() {
        assertEquals(FaultPlan.of(5, TEN_MINUTES, 1), FaultPlan.of(5, TEN_MINUTES, 1));
        assertNotEquals(FaultPlan.of(5, TEN_MINUTES, 1), FaultPlan.of(6, TEN_MINUTES, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyKindAndEveryProcessOccurs(int brokers) {
        var plan = FaultPlan.of(1, Duration.ofHours(1), brokers);

        assertEquals(
                EnumSet.allOf(FaultKind.class),
                plan.stream()
                        .map(PlannedFault::kind)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class))));
        var processes = new HashSet<>(FaultPlan.servers(brokers));
        for (var component : FaultPlan.REPLICATED) {
            processes.add(component);
            processes.add(component + "-2");
        }
        assertEquals(
                processes,
                plan.stream()
                        .filter(fault -> fault.kind().isOfProcess())
                        .map(PlannedFault::target)
                        .collect(Collectors.toSet()));
    }

    @Test
    void aTargetHasOneFaultAtATimeAndTheEndIsQuiet() {
        var ends = new HashMap<String, Long>();
        for (var fault : FaultPlan.of(3, TEN_MINUTES, 1)) {
            assertTrue(ends.getOrDefault(fault.target(), 0L) < fault.atMillis(), fault.toString());
            ends.put(fault.target(), fault.atMillis() + fault.durationMillis());
            assertTrue(fault.atMillis() < TEN_MINUTES.toMillis() - 4_000, fault.toString());
        }
    }
}
