package org.mandateatlas.gateway.reading;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.EventBatch;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.compose.Composition;
import org.mandateatlas.gateway.compose.Deadline;
import org.mandateatlas.gateway.compose.Missing;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.SubRequest;
import org.mandateatlas.gateway.compose.Times;
import org.mandateatlas.gateway.forwarding.RoutingTable;

/**
 * Reads parts as they were when the first page of an answer was read. What has not changed since is read as it is; of what has, the
 * feed tells when the next change was recorded, and it is read as it was known just before.
 */
@Singleton
public class PinnedReads {

    private final Composition composition;
    private final Feed feed;
    private final RoutingTable owners;
    private final Map<String, String> streamsByCollection = new HashMap<>();

    PinnedReads(Composition composition, Feed feed, RoutingTable owners) {
        this.composition = composition;
        this.feed = feed;
        this.owners = owners;
        owners.collectionsByStream().forEach((stream, collection) -> streamsByCollection.put(collection, stream));
    }

    /** Returns the names of the collections that hold documents, sorted. */
    public List<String> collections() {
        return streamsByCollection.keySet().stream().sorted().toList();
    }

    /**
     * Reads parts.
     *
     * @param parts what to read, without times
     * @param times the two times
     * @param pin where the first page was read at; null for the first page
     */
    public Future<Pinned> read(List<SubRequest> parts, Times times, @Nullable Pin pin) {
        Deadline deadline = composition.deadline();
        return Future.all(parts.stream()
                        .map(part -> pin == null ? first(part, times, deadline) : again(part, times, pin, deadline))
                        .toList())
                .map(read -> read.<Pinned>list().stream()
                        .reduce(new Pinned(PartialResult.NOTHING, Pin.NOTHING), Pinned::and));
    }

    private Future<Pinned> first(SubRequest part, Times times, Deadline deadline) {
        return compose(part, times, deadline)
                .map(composed -> new Pinned(
                        composed,
                        composed.has(part.name())
                                ? Pin.NOTHING.with(
                                        part.name(), composed.reached().of(stream(part)))
                                : Pin.NOTHING));
    }

    private Future<Pinned> again(SubRequest part, Times times, Pin pin, Deadline deadline) {
        Long sequence = pin.of(part.name());
        if (sequence == null) {
            return Future.succeededFuture(new Pinned(leftOut(part), Pin.NOTHING));
        }
        return compose(part, times, deadline)
                .compose(now -> times.knownAt() != null || now.reached().of(stream(part)) <= sequence
                        ? Future.succeededFuture(now)
                        : lastInstantOf(stream(part), sequence)
                                .compose(then -> compose(part, new Times(times.validAt(), then), deadline)))
                .map(composed -> new Pinned(composed, Pin.NOTHING.with(part.name(), sequence)));
    }

    private Future<PartialResult> compose(SubRequest part, Times times, Deadline deadline) {
        return composition.compose(List.of(new SubRequest(part.name(), times.at(part.uri()), part.extent())), deadline);
    }

    /** No two changes of a stream are recorded in one microsecond. */
    private Future<Instant> lastInstantOf(String stream, long sequence) {
        return feed.read(feed.head().with(stream, sequence), 1)
                .map(slice -> next(slice, stream).minus(1, ChronoUnit.MICROS));
    }

    private static Instant next(EventBatch slice, String stream) {
        return slice.entries().stream()
                .filter(entry -> entry.event().stream().equals(stream))
                .map(entry -> entry.event().recordedAt())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.FEED_UNAVAILABLE,
                        "Something has just changed, and its event has not come yet. Ask for the page again."));
    }

    private PartialResult leftOut(SubRequest part) {
        String owner = Objects.requireNonNull(owners.ofPath("/v1/" + part.collection()))
                .name();
        var problem = Problem.of(
                ProblemType.OWNER_UNAVAILABLE,
                owner + " was missing when the first page was read, and is left out to the last.");
        return new PartialResult(
                Map.of(),
                List.of(new Missing(part.name(), owner, part.collection(), problem, null)),
                Position.START,
                Set.of(stream(part)));
    }

    private String stream(SubRequest part) {
        return Objects.requireNonNull(streamsByCollection.get(part.collection()), part.collection());
    }
}
