package org.mandateatlas.subscriptions.delivery;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Renews a lease while its holder waits for a receiver, so that leases can be shorter than attempts. */
final class LeaseKeeper implements AutoCloseable {

    private static final int RENEWALS_PER_LEASE = 4;

    private final LeaseRepository leases;
    private final Lease lease;
    private final Duration duration;
    private final CountDownLatch done = new CountDownLatch(1);

    private LeaseKeeper(LeaseRepository leases, Lease lease, Duration duration) {
        this.leases = leases;
        this.lease = lease;
        this.duration = duration;
    }

    /** Begins to renew a lease that has just been renewed. */
    static LeaseKeeper start(LeaseRepository leases, Lease lease, Duration duration) {
        var keeper = new LeaseKeeper(leases, lease, duration);
        Thread.ofVirtual().name("lease " + lease.subscription()).start(keeper::keep);
        return keeper;
    }

    private void keep() {
        try {
            while (!done.await(duration.toMillis() / RENEWALS_PER_LEASE, TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without a database the lease ends, and another holder begins. */
    private void renew() {
        try {
            leases.renew(lease, duration);
        } catch (RuntimeException e) {
            Log.debugf("The lease of %s is not renewed: %s", lease.subscription(), e.getMessage());
        }
    }

    @Override
    public void close() {
        done.countDown();
    }
}
