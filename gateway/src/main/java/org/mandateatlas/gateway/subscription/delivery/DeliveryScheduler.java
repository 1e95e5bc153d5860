package org.mandateatlas.gateway.subscription.delivery;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.gateway.subscription.SubscriptionChanged;
import org.mandateatlas.gateway.subscription.delivery.Tools.UnreadableException;
import org.mandateatlas.gateway.subscription.webhook.WebhooksConfig;

/**
 * Gives each subscription that has something due its turn, on a thread of its own, as many at once as configured. It looks when there
 * is news, when a subscription has changed, and every now and then, since other gateways and receivers have their own time.
 */
@Singleton
class DeliveryScheduler {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final Tools tools;
    private final WebhooksConfig config;
    private final Backoff backoff;
    private final Semaphore news = new Semaphore(0);
    private final Semaphore slots;
    private @Nullable Thread thread;
    private Runnable unsubscribe = () -> {};
    private long nextHousekeeping = System.nanoTime();
    private volatile boolean stopping;

    DeliveryScheduler(Tools tools) {
        this.tools = tools;
        this.config = tools.config();
        this.backoff = new Backoff(config.firstRetry(), config.longestRetry(), config.longestRetryAfter());
        this.slots = new Semaphore(config.concurrency());
    }

    void start(@Observes StartupEvent event) {
        start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void onChange(@Observes SubscriptionChanged event) {
        news.release();
    }

    void start() {
        stopping = false;
        unsubscribe = tools.feed().onNews(news::release);
        thread = Thread.ofVirtual().name("webhooks").start(this::run);
    }

    /** Lets what is under way come to its end, for a while; what does not is done again by whoever comes next. */
    void stop() throws InterruptedException {
        unsubscribe.run();
        stopping = true;
        news.release();
        if (thread != null) {
            thread.join(STOP_PATIENCE);
        }
        if (slots.tryAcquire(config.concurrency(), STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            slots.release(config.concurrency());
        }
    }

    private void run() {
        try {
            while (!stopping) {
                if (news.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
                if (!stopping && tools.database().isReady()) {
                    look();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (System.nanoTime() - nextHousekeeping >= 0) {
                nextHousekeeping = System.nanoTime() + config.housekeeping().toNanos();
                keepHouse();
            }
            giveTurns();
        } catch (ProblemException e) {
            Log.debugf("Deliveries wait: %s", e.getMessage());
        } catch (RuntimeException e) {
            Log.error("Deliveries could not be given their turns", e);
        }
    }

    private void giveTurns() {
        int free = slots.availablePermits();
        if (free == 0) {
            return;
        }
        Position head = tools.feed().head();
        String holder = UUID.randomUUID().toString();
        List<Lease> claims = tools.database()
                .inTransaction(connection -> tools.claims().claim(connection, holder, config.lease(), head, free));
        boolean allTaken = claims.size() == free;
        for (Lease claim : claims) {
            slots.acquireUninterruptibly();
            Thread.ofVirtual().name("webhook " + claim.subscription()).start(() -> take(claim, allTaken));
        }
    }

    private void take(Lease claim, boolean othersWait) {
        boolean more = othersWait;
        try {
            more |= new DeliveryRun(tools, claim, backoff, () -> stopping).take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ProblemException | UnreadableException e) {
            Log.debugf("The subscription %s waits: %s", claim.subscription(), e.getMessage());
            more = false;
        } catch (RuntimeException e) {
            Log.errorf(e, "The subscription %s lost its turn", claim.subscription());
            more = false;
        } finally {
            slots.release();
            if (more) {
                news.release();
            }
        }
    }

    private void keepHouse() {
        tools.database().inTransaction(connection -> {
            tools.deliveries().forget(connection, config.keepDeliveriesFor(), config.keepDeliveries());
            tools.meters().counted(tools.claims().count(connection));
            return true;
        });
    }
}
