package org.mandateatlas.subscriptions.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.mandateatlas.feed.ChangeEvent;
import org.mandateatlas.subscriptions.delivery.LeaseRepository.Counts;

/** Metrics of deliveries: attempts by outcome, delay from recording to delivery, subscriptions by state and with a backlog. */
@Singleton
class DeliveryMetrics {

    private final MeterRegistry meters;
    private final Clock clock;
    private final Timer lag;
    private final AtomicLong active = new AtomicLong();
    private final AtomicLong failing = new AtomicLong();
    private final AtomicLong paused = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();

    DeliveryMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.lag = Timer.builder("atlas.webhooks.lag")
                .description("Time from the recording of a change to its delivery")
                .register(meters);
        meters.gauge("atlas.webhooks.active", active);
        meters.gauge("atlas.webhooks.failing", failing);
        meters.gauge("atlas.webhooks.paused", paused);
        meters.gauge("atlas.webhooks.waiting", waiting);
    }

    void attempted(DeliveryOutcome outcome) {
        meters.counter("atlas.webhooks.deliveries", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void delivered(ChangeEvent event) {
        var since = Duration.between(event.recordedAt(), clock.instant());
        lag.record(since.isNegative() ? Duration.ZERO : since);
    }

    void counted(Counts counts) {
        active.set(counts.active());
        failing.set(counts.failing());
        paused.set(counts.paused());
        waiting.set(counts.waiting());
    }
}
