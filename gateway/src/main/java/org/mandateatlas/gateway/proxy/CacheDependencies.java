package org.mandateatlas.gateway.proxy;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.gateway.cache.Dependencies;

/**
 * Determines what responses of upstreams depend on. A document depends on the stream of its collection, everything
 * else on all streams in its position, because of joins, included names and computed resources.
 */
@Singleton
class CacheDependencies {

    private static final String PREFIX = "/v1/";
    private static final int MOST_PARAMETERS = 200;
    private static final String POSITION = "position";
    private static final String INCLUDE = "include";

    /** A cursor pins later pages to the record time of the first. */
    private static final Set<String> OF_THE_PAST = Set.of("knownAt", "cursor");

    private final RoutingTable upstreams;

    CacheDependencies(RoutingTable upstreams) {
        this.upstreams = upstreams;
    }

    /** Returns what the response to a read depends on. */
    Dependencies of(Upstream upstream, String path, @Nullable String query) {
        Map<String, List<String>> parameters = parameters(query);
        return new Dependencies(
                parameters.containsKey(INCLUDE) ? Set.of() : documentStreams(path),
                upstreams.streamsOf(upstream),
                fixed(parameters),
                OF_THE_PAST.stream().anyMatch(parameters::containsKey));
    }

    /** Returns the streams that a write may advance. */
    Set<String> movedBy(Upstream upstream, String path) {
        Set<String> streams =
                upstreams.streamsOf(path.substring(PREFIX.length()).split("/", 2)[0]);
        return streams.isEmpty() ? upstreams.streamsOf(upstream) : streams;
    }

    private Set<String> documentStreams(String path) {
        String[] parts = path.substring(PREFIX.length()).split("/", -1);
        boolean isDocument = switch (parts.length) {
            case 2 -> !parts[1].isEmpty();
            case 3 -> parts[2].equals("history");
            case 4 -> parts[2].equals("versions");
            default -> false;
        };
        return isDocument ? upstreams.streamsOf(parts[0]) : Set.of();
    }

    /** The log up to a requested position does not change. */
    private static Set<String> fixed(Map<String, List<String>> parameters) {
        List<String> positions = parameters.getOrDefault(POSITION, List.of());
        try {
            return positions.size() == 1
                    ? Position.parse(positions.getFirst()).sequences().keySet()
                    : Set.of();
        } catch (IllegalArgumentException e) {
            return Set.of();
        }
    }

    /** An invalid query is rejected by the upstream. */
    private static Map<String, List<String>> parameters(@Nullable String query) {
        if (query == null) {
            return Map.of();
        }
        try {
            return new QueryStringDecoder(query, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true).parameters();
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }
}
