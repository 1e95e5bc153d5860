package org.mandateatlas.gateway.changes;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.feed.ChangeFilter;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.request.Parameters;

/**
 * Which changes are asked for, and from where on.
 *
 * @param after where to begin
 * @param since the instant before which nothing is wanted; null when all is
 * @param filter which changes are wanted
 * @param limit the most changes of a page
 */
record ChangesRequest(Position after, @Nullable Instant since, ChangeFilter filter, int limit) {

    /** The parameters that say where to begin; a page's successor begins where the page ended. */
    static final Set<String> BEGINNINGS = Set.of("after", "since", "fromNow");

    private static final Set<String> OF_PAGE = Set.of("after", "since", "fromNow", "limit");
    private static final Set<String> FILTERS = Set.of("type", "stream", "institution", "function", "subject");
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    static ChangesRequest ofPage(RoutingContext context, Feed feed, Collection<String> streams, Clock clock) {
        return read(Parameters.of(context, OF_PAGE, FILTERS), null, feed, streams, clock);
    }

    /** Reads the request for a live stream; where a client has been before goes before where its address says to begin. */
    static ChangesRequest ofStream(RoutingContext context, Feed feed, Collection<String> streams, Clock clock) {
        return read(
                Parameters.of(context, BEGINNINGS, FILTERS),
                context.request().getHeader("Last-Event-ID"),
                feed,
                streams,
                clock);
    }

    private static ChangesRequest read(
            Parameters parameters, @Nullable String lastEvent, Feed feed, Collection<String> streams, Clock clock) {
        if (Stream.of(parameters.has("after"), parameters.has("since"), parameters.flag("fromNow"))
                        .filter(given -> given)
                        .count()
                > 1) {
            throw ProblemException.parameter(
                    parameters.has("after") ? "after" : "since",
                    "is one of after, since and fromNow, which exclude one another");
        }
        ChangeFilter filter = ChangeFilter.of(
                parameters.all("type"),
                parameters.words("stream", streams),
                parameters.slugs("institution"),
                parameters.slugs("function"),
                parameters.slugs("subject"));
        int limit = parameters.number("limit", 1, LARGEST_PAGE, PAGE);
        Instant since = parameters.instant("since", clock);
        if (lastEvent != null && !lastEvent.isEmpty()) {
            return new ChangesRequest(lastEvent(lastEvent, streams), null, filter, limit);
        }
        if (since != null) {
            return new ChangesRequest(feed.before(since), since, filter, limit);
        }
        if (parameters.flag("fromNow")) {
            return new ChangesRequest(feed.head(), null, filter, limit);
        }
        String after = parameters.text("after");
        return new ChangesRequest(after == null ? Position.START : after(after, streams), null, filter, limit);
    }

    private static Position lastEvent(String text, Collection<String> streams) {
        try {
            Position position = Position.parse(text);
            if (streams.containsAll(position.sequences().keySet())) {
                return position;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw ProblemException.header("Last-Event-ID", "is not the id of an event of this stream");
    }

    private static Position after(String text, Collection<String> streams) {
        Position position = Position.parameter("after", text);
        for (String stream : position.sequences().keySet()) {
            if (!streams.contains(stream)) {
                throw ProblemException.parameter("after", "names the stream " + stream + ", which there is not");
            }
        }
        return position;
    }

    /** Tells whether a change is wanted. */
    boolean wants(Entry entry) {
        return (since == null || !entry.event().recordedAt().isBefore(since)) && filter.passes(entry.event());
    }
}
