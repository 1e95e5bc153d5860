package org.mandateatlas.gateway.snapshot;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.gateway.compose.Times;
import org.mandateatlas.gateway.edge.Compression;
import org.mandateatlas.gateway.forwarding.RoutingTable;
import org.mandateatlas.gateway.request.Parameters;

/** Gives all of the registry at a pair of times, and the position from which the feed goes on after it. */
@Singleton
class Snapshots {

    private static final int BEFORE_FORWARDING = 50;
    private static final String NDJSON = "application/x-ndjson";
    private static final List<MIMEHeader> FORMS = List.of(new ParsableMIMEValue(NDJSON).forceParse());

    /** All collections begin at once and wait their turn in memory, so they begin with little. */
    private static final String FIRST = "?limit=50";

    private static final String FURTHER = "limit=500";

    private final RoutingTable owners;
    private final SnapshotReads reads;
    private final Clock clock;

    Snapshots(RoutingTable owners, SnapshotReads reads, Clock clock) {
        this.owners = owners;
        this.reads = reads;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route("/v1/snapshot").order(BEFORE_FORWARDING).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var times = Times.of(Parameters.of(context, Set.of("validAt", "knownAt"), Set.of()), clock);
        List<MIMEHeader> wishes = context.parsedHeaders().accept();
        if (!wishes.isEmpty() && context.parsedHeaders().findBestUserAcceptedIn(wishes, FORMS) == null) {
            throw new ProblemException(ProblemType.NOT_ACCEPTABLE, "This can be had as " + NDJSON + ".");
        }
        begin(times).onSuccess(first -> send(context, times, first)).onFailure(context::fail);
    }

    private Future<SortedMap<String, SnapshotPage>> begin(Times times) {
        SortedMap<String, String> collections = owners.collectionsByStream();
        var streams = List.copyOf(collections.keySet());
        var pages = new ArrayList<Future<SnapshotPage>>();
        collections.values().forEach(collection -> pages.add(first(collection, times)));
        return Future.all(pages).map(all -> {
            var first = new TreeMap<String, SnapshotPage>();
            for (int i = 0; i < streams.size(); i++) {
                first.put(streams.get(i), all.resultAt(i));
            }
            return first;
        });
    }

    private Future<SnapshotPage> first(String collection, Times times) {
        String path = "/v1/" + collection;
        String owner = Objects.requireNonNull(owners.ofPath(path)).name();
        return reads.read(times.at(path + FIRST))
                .map(page -> new SnapshotPage(page.lines(), larger(page.next()), page.position()))
                .recover(failure -> Future.failedFuture(new ProblemException(
                        ProblemType.OWNER_UNAVAILABLE,
                        owner + " cannot be read, and a snapshot without its " + collection + " would be none.")));
    }

    private static @Nullable String larger(@Nullable String next) {
        return next == null ? null : next.replace(FIRST.substring(1), FURTHER);
    }

    private void send(RoutingContext context, Times times, SortedMap<String, SnapshotPage> first) {
        HttpServerResponse response = context.response();
        Position position = Snapshot.position(first);
        response.putHeader(HttpHeaders.CONTENT_TYPE, NDJSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(Position.HEADER, position.toString());
        Compression.allow(response.headers());
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
            return;
        }
        response.setChunked(true);
        var description = new JsonObject()
                .put("position", position.toString())
                .put("validAt", times.validAt() == null ? null : times.validAt().toString())
                .put("knownAt", times.knownAt() == null ? null : times.knownAt().toString())
                .put("streams", new JsonObject(new TreeMap<>(owners.collectionsByStream())));
        new Snapshot(response, reads, first).send(description);
    }
}
