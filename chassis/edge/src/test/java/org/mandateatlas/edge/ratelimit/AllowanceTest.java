package org.mandateatlas.edge.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final String ADA = "ada";

    private final Hourglass time = new Hourglass();
    private final Allowance allowance = new Allowance(new Limits(60, Duration.ofMinutes(1), 1_000), time);

    @Test
    void aClientMayUseAllAtOnceAndNoMore() {
        for (int request = 59; request >= 0; request--) {
            Allowance.Standing standing = allowance.use(ADA, 1);
            assertTrue(standing.granted());
            assertEquals(request, standing.remaining());
        }
        assertFalse(allowance.use(ADA, 1).granted());
        assertTrue(allowance.isUsedUp(ADA));
    }

    @Test
    void whatIsUsedComesBackEvenly() {
        allowance.use(ADA, 60);
        Allowance.Standing refused = allowance.use(ADA, 2);
        assertFalse(refused.granted());
        assertEquals(2, refused.secondsToWait());
        time.pass(Duration.ofSeconds(2));
        assertTrue(allowance.use(ADA, 2).granted());
        assertFalse(allowance.use(ADA, 1).granted());
    }

    @Test
    void whatIsToldIsWhereTheClientStands() {
        assertEquals("\"default\";q=60;w=60", allowance.policy());
        assertEquals("\"default\";r=50;t=10", allowance.use(ADA, 10).header());
    }

    @Test
    void aRefusalUsesNothing() {
        allowance.use(ADA, 59);
        assertFalse(allowance.use(ADA, 2).granted());
        assertTrue(allowance.use(ADA, 1).granted());
    }

    @Test
    void whatCostsMoreThanThereEverIsTakesAllOfIt() {
        assertTrue(allowance.use(ADA, 1_000).granted());
        assertTrue(allowance.isUsedUp(ADA));
    }

    @Test
    void clientsDoNotShare() {
        allowance.use(ADA, 60);
        assertFalse(allowance.isUsedUp("bo"));
        assertTrue(allowance.use("bo", 60).granted());
    }

    @Test
    void recordedUseIsTakenOnce() {
        allowance.use(ADA, 1);
        allowance.recordUse();
        allowance.use(ADA, 2);
        allowance.use(ADA, 3);
        assertEquals(Map.of(ADA, 5L), allowance.takeUse(10));
        assertEquals(Map.of(), allowance.takeUse(10));
    }

    @Test
    void useThatWasNotSharedIsTakenAgain() {
        allowance.recordUse();
        allowance.use(ADA, 2);
        allowance.returnUse(allowance.takeUse(10));
        allowance.use(ADA, 3);
        assertEquals(Map.of(ADA, 5L), allowance.takeUse(10));
    }

    @Test
    void theCountsOfAllGatewaysReplaceThoseOfOne() {
        allowance.recordUse();
        allowance.use(ADA, 10);
        allowance.takeUse(10);
        allowance.use(ADA, 2);
        allowance.settle(ADA, 20);
        assertEquals(17, allowance.use(ADA, 1).remaining());
        allowance.takeUse(10);
        allowance.settle(ADA, 40);
        assertEquals(39, allowance.use(ADA, 1).remaining());
        allowance.settle(ADA, -5);
        assertFalse(allowance.use(ADA, 1).granted());
    }

    /** Time that passes when it is told to. */
    private static final class Hourglass implements TimeMeter {

        private long nanos;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    /** Limits as given. */
    private record Limits(int requests, Duration window, int clients) implements LimitsConfig {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int exportCost() {
            return 20;
        }

        @Override
        public int compositeCost() {
            return 5;
        }

        @Override
        public int batchCost() {
            return 5;
        }

        @Override
        public Optional<String> store() {
            return Optional.empty();
        }

        @Override
        public Duration storeInterval() {
            return Duration.ofMillis(250);
        }
    }
}
