package org.mandateatlas.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Metrics of the response cache. */
@Singleton
class CacheMetrics {

    private final MeterRegistry registry;
    private final Map<CacheStatus, Counter> requests = new EnumMap<>(CacheStatus.class);
    private final Counter evictions;

    CacheMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (CacheStatus status : CacheStatus.values()) {
            requests.put(
                    status,
                    Counter.builder("atlas.cache.requests")
                            .description("Reads, by how the cache handled them")
                            .tag("result", status.word())
                            .register(registry));
        }
        evictions = Counter.builder("atlas.cache.evictions")
                .description("Entries evicted to make room for others")
                .register(registry);
    }

    void watch(Cache<CacheKey, CacheEntry> entries) {
        Gauge.builder("atlas.cache.entries", entries, Cache::estimatedSize)
                .description("Cached entries")
                .register(registry);
        Gauge.builder("atlas.cache.size", entries, CacheMetrics::weight)
                .description("Size of the cached entries")
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
    }

    void count(CacheStatus status) {
        Objects.requireNonNull(requests.get(status)).increment();
    }

    void evicted() {
        evictions.increment();
    }

    private static double weight(Cache<CacheKey, CacheEntry> entries) {
        return entries.policy()
                .eviction()
                .map(Policy.Eviction::weightedSize)
                .map(size -> size.orElse(0))
                .orElse(0L);
    }
}
