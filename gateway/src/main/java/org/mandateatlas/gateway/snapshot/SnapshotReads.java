package org.mandateatlas.gateway.snapshot;

import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.mandateatlas.gateway.forwarding.Reads;

/** Reads pages of collections, and waits for a while for an owner that is away. */
@Singleton
class SnapshotReads {

    private static final int OK = 200;

    private final Vertx vertx;
    private final Reads reads;
    private final SnapshotConfig config;

    SnapshotReads(Vertx vertx, Reads reads, SnapshotConfig config) {
        this.vertx = vertx;
        this.reads = reads;
        this.config = config;
    }

    /** Reads a page. */
    Future<SnapshotPage> read(String uri) {
        return reads.stream(uri)
                .compose(SnapshotReads::body)
                .timeout(config.pageTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Future<SnapshotPage> body(HttpClientResponse response) {
        Future<Buffer> body = response.body();
        response.resume();
        return body.compose(lines -> response.statusCode() == OK
                ? Future.succeededFuture(SnapshotPage.of(response, lines))
                : Future.failedFuture("it answered with the status " + response.statusCode()));
    }

    /** Reads a page that is asked for in the middle of a snapshot, again and again for as long as is worth while. */
    Future<SnapshotPage> readPatiently(String uri) {
        return readUntil(uri, System.nanoTime() + config.patience().toNanos());
    }

    private Future<SnapshotPage> readUntil(String uri, long untilNanos) {
        return read(uri).recover(failure -> {
            if (System.nanoTime() - untilNanos > 0) {
                return Future.failedFuture(failure);
            }
            Log.debugf("A page of a snapshot is read again: %s", failure.getMessage());
            Promise<SnapshotPage> again = Promise.promise();
            vertx.setTimer(
                    config.retryAfter().toMillis(),
                    timer -> readUntil(uri, untilNanos).onComplete(again));
            return again.future();
        });
    }
}
