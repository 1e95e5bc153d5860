package org.mandateatlas.gateway.snapshot;

import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.gateway.proxy.Reads;
import org.mandateatlas.gateway.proxy.RoutingTable;

/** Reads the pages of all collections from the services, on the virtual thread of the request. */
@Singleton
class SnapshotReader {

    private static final int OK = 200;

    /** The first pages of all collections are read at once, so that the snapshot is consistent. */
    private static final String FIRST = "limit=50";

    private static final String FURTHER = "limit=500";

    private final RoutingTable upstreams;
    private final Reads reads;
    private final SnapshotConfig config;

    SnapshotReader(RoutingTable upstreams, Reads reads, SnapshotConfig config) {
        this.upstreams = upstreams;
        this.reads = reads;
        this.config = config;
    }

    /**
     * Begins a snapshot by reading the first page of every collection.
     *
     * @throws ProblemException (503) if a collection is unavailable
     */
    Snapshot begin(Times times) {
        var collections = upstreams.collectionsByStream();
        var requests = new TreeMap<String, Future<SnapshotPage>>();
        collections.forEach((stream, collection) ->
                requests.put(stream, read("/v1/" + collection + '?' + FIRST + times.parameters())));
        var pages = new TreeMap<String, SnapshotPage>();
        requests.forEach((stream, request) ->
                pages.put(stream, first(Objects.requireNonNull(collections.get(stream)), request)));
        return new Snapshot(times, collections, pages);
    }

    private SnapshotPage first(String collection, Future<SnapshotPage> request) {
        try {
            var page = await(request);
            var next = page.next();
            return new SnapshotPage(page.lines(), next == null ? null : next.replace(FIRST, FURTHER), page.position());
        } catch (CompletionException e) {
            var upstream = Objects.requireNonNull(upstreams.ofPath("/v1/" + collection))
                    .name();
            throw new ProblemException(
                    ProblemType.SERVICE_UNAVAILABLE,
                    upstream + " is unavailable, and a snapshot without its " + collection + " would be incomplete.");
        }
    }

    /** Reads a further page and retries for a while if the service is unavailable. */
    SnapshotPage next(String uri) throws InterruptedException {
        var deadline = System.nanoTime() + config.patience().toNanos();
        while (true) {
            try {
                return await(read(uri));
            } catch (CompletionException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                Log.debugf("A page of a snapshot is read again: %s", e.getMessage());
                Thread.sleep(config.retryAfter());
            }
        }
    }

    private Future<SnapshotPage> read(String uri) {
        return reads.stream(uri)
                .compose(SnapshotReader::body)
                .timeout(config.pageTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Future<SnapshotPage> body(HttpClientResponse response) {
        var body = response.body();
        response.resume();
        return body.compose(lines -> response.statusCode() == OK
                ? Future.succeededFuture(SnapshotPage.of(response, lines))
                : Future.failedFuture("status " + response.statusCode()));
    }

    private static SnapshotPage await(Future<SnapshotPage> page) {
        return page.toCompletionStage().toCompletableFuture().join();
    }
}
