package org.mandateatlas.gateway.subscription.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.mandateatlas.feed.ChangeEvent;
import org.mandateatlas.gateway.subscription.Words;
import org.mandateatlas.gateway.subscription.delivery.Delivery.Outcome;
import org.mandateatlas.gateway.subscription.delivery.LeaseRepository.Counts;

/** Deliveries in numbers: how many came out how, how long after it was recorded something was delivered, how many stand still. */
@Singleton
class DeliveryMeters {

    private final MeterRegistry meters;
    private final Clock clock;
    private final Timer lag;
    private final AtomicLong active = new AtomicLong();
    private final AtomicLong failing = new AtomicLong();
    private final AtomicLong paused = new AtomicLong();

    DeliveryMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.lag = Timer.builder("atlas.webhooks.lag")
                .description("From when a change was recorded until it was delivered")
                .register(meters);
        meters.gauge("atlas.webhooks.active", active);
        meters.gauge("atlas.webhooks.failing", failing);
        meters.gauge("atlas.webhooks.paused", paused);
    }

    /** Counts an attempt. */
    void attempted(Outcome outcome) {
        meters.counter("atlas.webhooks.deliveries", "outcome", Words.of(outcome))
                .increment();
    }

    /** Takes note that a change has arrived. */
    void arrived(ChangeEvent event) {
        Duration since = Duration.between(event.recordedAt(), clock.instant());
        lag.record(since.isNegative() ? Duration.ZERO : since);
    }

    /** Takes note of how many subscriptions there are. */
    void counted(Counts counts) {
        active.set(counts.active());
        failing.set(counts.failing());
        paused.set(counts.paused());
    }
}
