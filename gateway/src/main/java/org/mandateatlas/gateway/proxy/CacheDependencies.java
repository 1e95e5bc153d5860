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
 * What the responses of upstreams depend on. A document depends on the stream of its collection. Everything else depends on all streams
 * that its position names: a filter may look into others, and so do included names and what is computed.
 */
@Singleton
class CacheDependencies {

    private static final String PREFIX = "/v1/";
    private static final int MOST_PARAMETERS = 200;
    private static final String POSITION = "position";
    private static final String INCLUDE = "include";

    /** A cursor pins the later pages of a list to what was known when its first page was read. */
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

    /** Returns the streams that a write may move. */
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

    /** Nothing changes in the logs up to a position that is requested. */
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

    /** A query that cannot be read is refused by the upstream. */
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
