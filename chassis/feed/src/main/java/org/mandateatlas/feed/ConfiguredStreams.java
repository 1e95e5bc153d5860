package org.mandateatlas.feed;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.Set;

/** The streams in {@code atlas.feed.streams}. */
@Singleton
@DefaultBean
record ConfiguredStreams(FeedConfig config) implements FeedStreams {

    @Override
    public Set<String> names() {
        return config.streams().orElse(Set.of());
    }
}
