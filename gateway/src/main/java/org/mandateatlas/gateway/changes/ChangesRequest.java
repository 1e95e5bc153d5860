package org.mandateatlas.gateway.changes;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.feed.ChangeFilter;
import org.mandateatlas.feed.EventBatch.Entry;

/**
 * A validated request for changes.
 *
 * @param start where to start
 * @param filter the filter
 * @param limit the maximum number of changes per page
 */
record ChangesRequest(FeedStart start, ChangeFilter filter, int limit) {

    /** The parameters for the start position; the URL of the next page replaces them. */
    static final Set<String> STARTS = Set.of("after", "since", "fromNow");

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    /**
     * Validates a request for a live stream.
     *
     * @param lastEvent the value of Last-Event-ID, which takes precedence over the start position of the query; null for none
     */
    static ChangesRequest of(ChangesQuery query, @Nullable String lastEvent, Collection<String> streams, Clock clock) {
        return of(query, lastEvent, DEFAULT_LIMIT, streams, clock);
    }

    /** Validates a request for a page. */
    static ChangesRequest of(ChangesPageQuery query, Collection<String> streams, Clock clock) {
        var limit = query.limit == null ? DEFAULT_LIMIT : Parse.number("limit", query.limit, 1, MAX_LIMIT);
        return of(query, null, limit, streams, clock);
    }

    private static ChangesRequest of(
            ChangesQuery query, @Nullable String lastEvent, int limit, Collection<String> streams, Clock clock) {
        var fromNow = Parse.flag("fromNow", query.fromNow);
        if (Stream.of(query.after != null, query.since != null, fromNow)
                        .filter(given -> given)
                        .count()
                > 1) {
            throw ProblemException.parameter(
                    query.after != null ? "after" : "since",
                    "cannot be combined: after, since and fromNow are exclusive");
        }
        var filter = ChangeFilter.of(
                query.type,
                Parse.words("stream", query.stream, streams),
                Parse.slugs("institution", query.institution),
                Parse.slugs("function", query.function),
                Parse.slugs("subject", query.subject));
        var since = query.since == null ? null : Parse.instant("since", query.since, clock);
        if (lastEvent != null && !lastEvent.isEmpty()) {
            return new ChangesRequest(FeedStart.afterLastEvent(lastEvent(lastEvent, streams)), filter, limit);
        }
        if (since != null) {
            return new ChangesRequest(FeedStart.since(since), filter, limit);
        }
        if (fromNow) {
            return new ChangesRequest(FeedStart.FROM_NOW, filter, limit);
        }
        var after = query.after == null ? Position.START : after(query.after, streams);
        return new ChangesRequest(FeedStart.after(after), filter, limit);
    }

    private static Position lastEvent(String text, Collection<String> streams) {
        try {
            Position position = Position.parse(text);
            if (streams.containsAll(position.sequences().keySet())) {
                return position;
            }
        } catch (IllegalArgumentException e) {
            // rejected below
        }
        throw ProblemException.header("Last-Event-ID", "is not the id of an event of this stream");
    }

    private static Position after(String text, Collection<String> streams) {
        Position position = Position.parameter("after", text);
        for (String stream : position.sequences().keySet()) {
            if (!streams.contains(stream)) {
                throw ProblemException.parameter("after", "contains the unknown stream " + stream);
            }
        }
        return position;
    }

    /** Returns whether the request includes an event. */
    boolean includes(Entry entry) {
        var since = start.since();
        return (since == null || !entry.event().recordedAt().isBefore(since)) && filter.passes(entry.event());
    }
}
