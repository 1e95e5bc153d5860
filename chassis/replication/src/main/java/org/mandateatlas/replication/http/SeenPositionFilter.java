package org.mandateatlas.replication.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.replication.ReplicationProgress;

/**
 * Holds back a read until the streams of other services have been replicated up to what the client has seen, as stated in its
 * {@code Atlas-Position} header. The streams of the service itself are always read to their end.
 */
class SeenPositionFilter {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ReplicationProgress progress;

    SeenPositionFilter(ReplicationProgress progress) {
        this.progress = progress;
    }

    @ServerRequestFilter
    public void await(ContainerRequestContext request) {
        var seen = request.getHeaderString(Position.HEADER);
        if (seen == null || !READS.contains(request.getMethod())) {
            return;
        }
        var end = System.nanoTime() + TIMEOUT.toNanos();
        Position.header(seen).sequences().forEach((stream, sequence) -> {
            if (progress.isReplicated(stream)
                    && !progress.await(stream, sequence, Duration.ofNanos(end - System.nanoTime()))) {
                throw new ProblemException(
                                ProblemType.SERVICE_UNAVAILABLE,
                                "Stream " + stream
                                        + " has not been replicated up to the position in Atlas-Position yet.")
                        .with("Retry-After", "1");
            }
        });
    }
}
