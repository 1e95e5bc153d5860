package org.mandateatlas.gateway.compose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;

/** What each part last was when its owner gave it, for when the owner does not; the least used go when there are too many bytes. */
@Singleton
class LastGoodCopies {

    private static final int OVERHEAD = 500;

    private final Clock clock;
    private final Cache<String, Copy> copies;

    LastGoodCopies(Clock clock, AggregatesConfig config) {
        this.clock = clock;
        this.copies = Caffeine.newBuilder()
                .maximumWeight(config.lastGood().asLongValue())
                .weigher((String uri, Copy copy) -> copy.weight(uri))
                .build();
    }

    void keep(String uri, List<Buffer> pages, Position position) {
        copies.put(uri, new Copy(pages, position, clock.instant()));
    }

    /** What the owner has said does not exist is no longer good. */
    void drop(String uri) {
        copies.invalidate(uri);
    }

    @Nullable Copy of(String uri) {
        return copies.getIfPresent(uri);
    }

    Missing.LastGood age(Copy copy) {
        long seconds = Duration.between(copy.at, clock.instant()).toSeconds();
        return new Missing.LastGood(Math.max(0, seconds), copy.position);
    }

    /** One of them: the bodies of its pages, the point of the logs that they reflect, and when they came. */
    record Copy(List<Buffer> pages, Position position, Instant at) {

        int weight(String uri) {
            long bytes = OVERHEAD + 2L * uri.length();
            for (Buffer page : pages) {
                bytes += page.length();
            }
            return (int) Math.min(Integer.MAX_VALUE, bytes);
        }
    }
}
