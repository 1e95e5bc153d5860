package org.mandateatlas.edge.ratelimit;

import java.time.Duration;
import java.util.Optional;

/** Limits per minute. */
record Limits(int requests, Optional<String> store) implements LimitsConfig {

    static Limits shared(int requests, String store) {
        return new Limits(requests, Optional.of(store));
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Duration window() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int exportCost() {
        return 20;
    }

    @Override
    public int batchCost() {
        return 20;
    }

    @Override
    public int compositeCost() {
        return 5;
    }

    @Override
    public int clients() {
        return 1_000;
    }

    @Override
    public Duration storeInterval() {
        return Duration.ofMillis(50);
    }
}
