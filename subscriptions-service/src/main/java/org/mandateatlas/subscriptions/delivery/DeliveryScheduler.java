package org.mandateatlas.subscriptions.delivery;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.mandateatlas.base.problem.Outage;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.subscriptions.subscription.SubscriptionChanged;
import org.mandateatlas.subscriptions.webhook.WebhooksConfig;

/**
 * Starts a delivery run for each subscription with due deliveries, up to the configured concurrency. It looks for them when events
 * arrive, when a subscription changes, and periodically, since retries and other replicas have their own time.
 */
@Singleton
class DeliveryScheduler {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final DeliveryPipeline pipeline;
    private final WebhooksConfig config;
    private final Backoff backoff;
    private final AtomicInteger requests = new AtomicInteger();
    private final Semaphore slots;
    private Runnable unsubscribe = () -> {};
    private volatile boolean stopping = true;

    DeliveryScheduler(DeliveryPipeline pipeline) {
        this.pipeline = pipeline;
        this.config = pipeline.config();
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
        wake();
    }

    @Scheduled(every = "${atlas.webhooks.poll:1s}")
    void poll() {
        wake();
    }

    @Scheduled(every = "${atlas.webhooks.cleanup:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void cleanUp() {
        try {
            pipeline.deliveries().deleteOld(config.keepDeliveriesFor(), config.keepDeliveries());
            pipeline.metrics().counted(pipeline.leases().count(pipeline.feed().head()));
        } catch (RuntimeException e) {
            log(e, "Old deliveries could not be deleted");
        }
    }

    void start() {
        stopping = false;
        unsubscribe = pipeline.feed().onEvents(this::wake);
        wake();
    }

    /** Waits a while for runs in progress; another replica repeats what they leave. */
    void stop() throws InterruptedException {
        unsubscribe.run();
        stopping = true;
        if (slots.tryAcquire(config.concurrency(), STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
            slots.release(config.concurrency());
        }
    }

    /** Looks for due deliveries on its own thread. Calls during a run cause one further run. */
    private void wake() {
        if (!stopping && requests.getAndIncrement() == 0) {
            Thread.ofVirtual().name("delivery-scheduler").start(this::answerRequests);
        }
    }

    private void answerRequests() {
        int answered;
        do {
            answered = requests.get();
            try {
                startRuns();
            } catch (RuntimeException e) {
                log(e, "Delivery runs could not be started");
            }
        } while (requests.addAndGet(-answered) > 0);
    }

    private void startRuns() {
        var free = slots.availablePermits();
        if (free == 0 || stopping) {
            return;
        }
        var head = pipeline.feed().head();
        var holder = UUID.randomUUID().toString();
        var leases = pipeline.leases().acquire(holder, config.lease(), head, free);
        var allTaken = leases.size() == free;
        for (var lease : leases) {
            slots.acquireUninterruptibly();
            Thread.ofVirtual().name("delivery " + lease.subscription()).start(() -> run(lease, allTaken));
        }
    }

    private void run(Lease lease, boolean othersWait) {
        var more = false;
        try {
            more = new DeliveryRun(pipeline, lease, backoff, () -> stopping).deliver() || othersWait;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log(e, "The deliveries to the subscription " + lease.subscription() + " were interrupted");
        } finally {
            slots.release();
            if (more) {
                wake();
            }
        }
    }

    /** While Kafka or the database is down, deliveries wait; that is not an error of this class. */
    private static void log(RuntimeException failure, String message) {
        if (failure instanceof ProblemException || Outage.caused(failure)) {
            Log.debugf("%s: %s", message, failure.getMessage());
        } else {
            Log.error(message, failure);
        }
    }
}
