package org.mandateatlas.gateway.snapshot;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.atomic.AtomicInteger;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.edge.ClientConcurrency;
import org.mandateatlas.gateway.security.Caller;

/**
 * Limits the snapshots in progress. Their first pages are read from the services at once and stay in memory until the client takes them,
 * so without a limit clients that read nothing would leave others neither connections nor memory.
 */
@Singleton
class SnapshotDownloads {

    private static final String RETRY_SECONDS = "30";

    private final SnapshotConfig config;
    private final ClientConcurrency perClient;
    private final AtomicInteger inProgress = new AtomicInteger();

    SnapshotDownloads(SnapshotConfig config, MeterRegistry meters) {
        this.config = config;
        this.perClient = new ClientConcurrency(config.downloadsPerClient());
        meters.gauge("atlas.snapshot.downloads", inProgress);
    }

    /**
     * Counts a snapshot until the download is closed.
     *
     * @throws ProblemException (429) if the client has the maximum in progress, (503) if all clients together have
     */
    Download begin(RoutingContext context) {
        var client = Caller.client(context);
        if (!perClient.begin(client)) {
            throw refused(
                    ProblemType.TOO_MANY_REQUESTS,
                    "A client may read " + config.downloadsPerClient() + " snapshots at the same time.");
        }
        if (inProgress.incrementAndGet() > config.downloads()) {
            end(client);
            throw refused(
                    ProblemType.SERVICE_UNAVAILABLE,
                    "The maximum of " + config.downloads() + " snapshots at the same time is reached.");
        }
        return () -> end(client);
    }

    /** A snapshot in progress; to be closed once. */
    interface Download extends AutoCloseable {

        @Override
        void close();
    }

    int inProgress() {
        return inProgress.get();
    }

    private void end(String client) {
        inProgress.decrementAndGet();
        perClient.end(client);
    }

    private static ProblemException refused(ProblemType type, String detail) {
        return new ProblemException(type, detail).with(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
}
