package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.gateway.compose.SubRequest.Extent;
import org.mandateatlas.gateway.proxy.RoutingTable;
import org.mandateatlas.gateway.proxy.UpstreamResponse;

/**
 * Reads the parts of a response from their upstreams, all at once. A part that is unavailable in time is listed as missing, with its last
 * good copy in its place where there is one; nothing waits beyond the deadline.
 */
@Singleton
public class Composition {

    /** This part of the deadline is left for writing the response. */
    private static final int FOR_WRITING = 10;

    private static final int LARGE = 16_384;
    private static final Set<Integer> NOT_THERE = Set.of(404, 410);
    private static final int REFUSED = 400;

    private final Vertx vertx;
    private final RoutingTable routes;
    private final UpstreamGuard guard;
    private final LastGoodCopies copies;
    private final AggregatesConfig config;

    Composition(Vertx vertx, RoutingTable routes, UpstreamGuard guard, LastGoodCopies copies, AggregatesConfig config) {
        this.vertx = vertx;
        this.routes = routes;
        this.guard = guard;
        this.copies = copies;
        this.config = config;
    }

    /** Returns the deadline of a response that starts now. */
    public Deadline deadline() {
        return Deadline.in(config.deadline().minus(config.deadline().dividedBy(FOR_WRITING)));
    }

    /**
     * Reads the parts.
     *
     * @return fails with a {@link ProblemException} when an upstream refuses a part, as for an unknown id or a parameter; never because
     *     an upstream is down or slow
     */
    public Future<PartialResult> read(List<SubRequest> parts, Deadline deadline) {
        var results = parts.stream().map(part -> read(part, deadline)).toList();
        return Future.all(results)
                .map(all -> all.<PartialResult>list().stream().reduce(PartialResult.NOTHING, PartialResult::and));
    }

    /** Returns the result of a part that is not read although it belongs to the response. */
    PartialResult leaveOut(SubRequest part, String why) {
        var problem = Problem.of(ProblemType.SERVICE_UNAVAILABLE, why);
        return PartialResult.without(
                new Missing(part.field(), part.upstream().name(), part.collections(), problem, null),
                routes.streamsOf(part.upstream()));
    }

    private Future<PartialResult> read(SubRequest part, Deadline deadline) {
        return guard.read(part.upstream(), part.uri())
                .compose(response -> result(part, response))
                .timeout(deadline.leftMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> unavailable(part, failure));
    }

    private Future<PartialResult> result(SubRequest part, UpstreamResponse response) {
        if (response.status() < REFUSED) {
            return parse(response.body()).map(tree -> available(part, response, tree));
        }
        copies.drop(part);
        return part.extent() == Extent.OPTIONAL && NOT_THERE.contains(response.status())
                ? Future.succeededFuture(PartialResult.NOTHING)
                : Future.failedFuture(new ProblemException(UpstreamProblem.of(response)));
    }

    /** A large text is not parsed on the event loop. */
    private Future<JsonNode> parse(Buffer text) {
        return text.length() < LARGE
                ? Future.succeededFuture(Json.tree(text))
                : vertx.executeBlocking(() -> Json.tree(text), false).map(Objects::requireNonNull);
    }

    private PartialResult available(SubRequest part, UpstreamResponse response, JsonNode tree) {
        var reflected = response.position();
        var position = reflected == null ? Position.START : reflected;
        var versions = response.versions();
        copies.keep(part, response.body(), position);
        return PartialResult.of(part.name(), tree, position, versions == null ? null : List.of(versions));
    }

    private Future<PartialResult> unavailable(SubRequest part, Throwable failure) {
        if (failure instanceof ProblemException) {
            return Future.failedFuture(failure);
        }
        var problem = UpstreamProblem.of(part.upstream(), failure);
        var copy = copies.of(part);
        if (copy == null) {
            var missing = new Missing(part.field(), part.upstream().name(), part.collections(), problem, null);
            return Future.succeededFuture(PartialResult.without(missing, routes.streamsOf(part.upstream())));
        }
        var missing = new Missing(part.field(), part.upstream().name(), part.collections(), problem, copies.age(copy));
        return vertx.executeBlocking(
                        () -> PartialResult.of(part.name(), Json.tree(copy.body()), copy.position(), null)
                                .missing(missing),
                        false)
                .map(Objects::requireNonNull);
    }
}
