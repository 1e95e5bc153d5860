package org.mandateatlas.replication;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests wait for replication until it has advanced or their time is over. */
class ReplicationProgressTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ReplicationProgress progress = new ReplicationProgress();

    @Test
    void aSequenceThatIsReachedIsNotWaitedFor() {
        progress.advanceTo("mandate", 3);

        assertTrue(progress.await("mandate", 3, Duration.ZERO));
        assertFalse(progress.await("mandate", 4, Duration.ZERO));
    }

    @Test
    void aSequenceIsWaitedForUntilItIsReached() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> progress.await("mandate", 2, LONG));
        progress.advanceTo("mandate", 1);
        progress.advanceTo("institution", 9);
        assertFalse(waiting.isDone());

        progress.advanceTo("mandate", 2);

        assertTrue(waiting.get());
    }

    @Test
    void waitingEndsWithItsTime() {
        assertFalse(progress.await("mandate", 1, SHORT));
    }

    @Test
    void anyStreamThatAdvancesEndsTheWaitForAnAdvance() throws Exception {
        var before = progress.advances();
        assertFalse(progress.awaitAdvance(before, SHORT));
        var waiting = CompletableFuture.supplyAsync(() -> progress.awaitAdvance(before, LONG));

        progress.advanceTo("institution", 1);

        assertTrue(waiting.get());
    }

    @Test
    void onlyStreamsThatHaveBeenAnnouncedAreReplicated() {
        progress.advanceTo("mandate", 0);

        assertTrue(progress.isReplicated("mandate"));
        assertFalse(progress.isReplicated("capacity"));
    }
}
