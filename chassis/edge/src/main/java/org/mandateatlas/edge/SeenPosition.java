package org.mandateatlas.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.StreamPositions;

/**
 * Holds back a read until this process knows all events that the client has seen, as stated in its {@code Atlas-Position} header. Cached
 * responses that are older are stale from then on. While events do not arrive, nothing is cached and no read has to wait.
 */
@Singleton
public class SeenPosition {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final long POLL_MILLIS = 5;

    private final StreamPositions positions;

    SeenPosition(StreamPositions positions) {
        this.positions = positions;
    }

    /** Handles a request. */
    public void await(RoutingContext context) {
        String seen = context.request().getHeader(Position.HEADER);
        if (seen == null || !isRead(context)) {
            context.next();
            return;
        }
        Position wanted = Position.header(seen);
        if (missing(wanted).isEmpty()) {
            context.next();
        } else {
            context.request().pause();
            await(context, wanted, System.nanoTime() + TIMEOUT.toNanos());
        }
    }

    /** Rejects a read whose response is older than what the client has seen: one composed of parts that are computed from events. */
    public static void require(RoutingContext context, Position reached) {
        String seen = context.request().getHeader(Position.HEADER);
        if (seen != null) {
            Position wanted = Position.header(seen);
            reached.sequences().forEach((stream, sequence) -> {
                if (sequence < wanted.of(stream)) {
                    throw notReached(stream, sequence);
                }
            });
        }
    }

    /** Events that are late and a log that was restored from a backup look the same here, so the client is told about both. */
    private static ProblemException notReached(String stream, long sequence) {
        return new ProblemException(
                        ProblemType.SERVICE_UNAVAILABLE,
                        "The position in Atlas-Position has not been reached yet: stream " + stream + " is at "
                                + sequence
                                + ". Retry. If this lasts, the registry was restored from a backup: discard older responses,"
                                + " read /v1/snapshot without Atlas-Position, and start after its position.")
                .with(HttpHeaders.RETRY_AFTER.toString(), "1");
    }

    private void await(RoutingContext context, Position wanted, long end) {
        context.vertx().setTimer(POLL_MILLIS, timer -> {
            Optional<String> missing = missing(wanted);
            if (missing.isEmpty()) {
                context.request().resume();
                context.next();
            } else if (System.nanoTime() > end) {
                context.request().resume();
                context.fail(notReached(missing.get(), positions.of(missing.get())));
            } else if (!context.response().closed()) {
                await(context, wanted, end);
            }
        });
    }

    private static boolean isRead(RoutingContext context) {
        HttpMethod method = context.request().method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    /** Returns a stream whose events have not arrived up to the position; none while no events arrive. */
    private Optional<String> missing(Position wanted) {
        if (!positions.isLive()) {
            return Optional.empty();
        }
        return positions.all().entrySet().stream()
                .filter(stream -> stream.getValue().sequence() < wanted.of(stream.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
