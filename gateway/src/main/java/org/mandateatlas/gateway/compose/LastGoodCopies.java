package org.mandateatlas.gateway.compose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;

/** The last good copy of each part, for when its upstream is unavailable; the least used are dropped when there are too many bytes. */
@Singleton
class LastGoodCopies {

    private static final int OVERHEAD = 500;

    private final Clock clock;
    private final Cache<String, Copy> copies;

    LastGoodCopies(Clock clock, AggregatesConfig config) {
        this.clock = clock;
        this.copies = Caffeine.newBuilder()
                .maximumWeight(config.lastGood().asLongValue())
                .weigher((String key, Copy copy) -> copy.weight(key))
                .build();
    }

    void keep(SubRequest part, Buffer body, Position position) {
        copies.put(key(part), new Copy(body, position, clock.instant()));
    }

    /** Drops a copy whose resource no longer exists. */
    void drop(SubRequest part) {
        copies.invalidate(key(part));
    }

    @Nullable Copy of(SubRequest part) {
        return copies.getIfPresent(key(part));
    }

    private static String key(SubRequest part) {
        return part.upstream().name() + part.uri();
    }

    Missing.LastGood age(Copy copy) {
        var seconds = Duration.between(copy.at, clock.instant()).toSeconds();
        return new Missing.LastGood(Math.max(0, seconds), copy.position.toString());
    }

    /** One of them: its body, the position that it reflects, and when it was read. */
    record Copy(Buffer body, Position position, Instant at) {

        int weight(String key) {
            return (int) Math.min(Integer.MAX_VALUE, OVERHEAD + 2L * key.length() + body.length());
        }
    }
}
