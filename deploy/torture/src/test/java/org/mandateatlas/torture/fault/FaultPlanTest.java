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

/** Plans are reproducible, varied and bounded. */
class FaultPlanTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void theSameSeedGivesTheSamePlan() {
        assertEquals(FaultPlan.of(5, TEN_MINUTES), FaultPlan.of(5, TEN_MINUTES));
        assertNotEquals(FaultPlan.of(5, TEN_MINUTES), FaultPlan.of(6, TEN_MINUTES));
    }

    @Test
    void everyKindAndEveryProcessOccurs() {
        var plan = FaultPlan.of(1, TEN_MINUTES);

        assertEquals(
                EnumSet.allOf(FaultKind.class),
                plan.stream()
                        .map(PlannedFault::kind)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class))));
        var processes = new HashSet<>(FaultPlan.SERVERS);
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
        for (var fault : FaultPlan.of(3, TEN_MINUTES)) {
            assertTrue(ends.getOrDefault(fault.target(), 0L) < fault.atMillis(), fault.toString());
            ends.put(fault.target(), fault.atMillis() + fault.durationMillis());
            assertTrue(fault.atMillis() < TEN_MINUTES.toMillis() - 4_000, fault.toString());
        }
    }
}
