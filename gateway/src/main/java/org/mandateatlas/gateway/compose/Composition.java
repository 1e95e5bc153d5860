package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.gateway.cache.DependencyVersions;
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

    /** Returns the most items that a part may have. */
    int mostItems() {
        return config.mostDocuments();
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
        var pages = new Pages(new ArrayList<>(), new ArrayList<>());
        return follow(part, part.uri(), pages)
                .timeout(deadline.leftMillis(), TimeUnit.MILLISECONDS)
                .map(found -> found ? available(part, pages) : PartialResult.NOTHING)
                .recover(failure -> unavailable(part, failure));
    }

    /** Reads one page, or all pages if requested. Returns false if the resource does not exist. */
    private Future<Boolean> follow(SubRequest part, String uri, Pages pages) {
        return guard.read(part.upstream(), uri).compose(response -> {
            if (response.status() >= REFUSED) {
                copies.drop(part);
                return part.extent() == Extent.OPTIONAL && NOT_THERE.contains(response.status())
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(new ProblemException(UpstreamProblem.of(response)));
            }
            return parse(response.body()).compose(tree -> {
                pages.add(response, tree);
                var next = part.extent() == Extent.ALL_PAGES ? tree.path("next").textValue() : null;
                return next == null || pages.items() >= config.mostDocuments()
                        ? Future.succeededFuture(true)
                        : follow(part, pathAndQuery(next), pages);
            });
        });
    }

    private static String pathAndQuery(String url) {
        var uri = URI.create(url);
        return uri.getRawPath() + '?' + uri.getRawQuery();
    }

    /** A large text is not parsed on the event loop. */
    private Future<JsonNode> parse(Buffer text) {
        return text.length() < LARGE
                ? Future.succeededFuture(Json.tree(text))
                : vertx.executeBlocking(() -> Json.tree(text), false).map(Objects::requireNonNull);
    }

    private PartialResult available(SubRequest part, Pages pages) {
        copies.keep(part, pages.bodies(), pages.position());
        var tree = pages.united(part);
        var result = PartialResult.of(part.name(), tree, pages.position(), pages.dependencies());
        var isCut = part.extent() == Extent.ALL_PAGES && tree.path("next").isTextual();
        return isCut ? result.missing(cut(part, pages.items(), part.uri())) : result;
    }

    /** Returns the entry of {@code missing} for a part that contains only its first items. */
    static Missing cut(SubRequest part, int items, String uri) {
        var problem = Problem.of(
                ProblemType.PART_TOO_LARGE, "Only the first " + items + " are here; read all at " + uri + ".");
        return new Missing(part.field(), part.upstream().name(), part.collections(), problem, null);
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
                        () -> PartialResult.of(
                                        part.name(),
                                        united(
                                                part,
                                                copy.pages().stream()
                                                        .map(Json::tree)
                                                        .toList()),
                                        copy.position(),
                                        null)
                                .missing(missing),
                        false)
                .map(Objects::requireNonNull);
    }

    /** Combines pages of one collection into one page with all items and names and the last page's link. */
    private static JsonNode united(SubRequest part, List<JsonNode> pages) {
        if (part.extent() != Extent.ALL_PAGES || pages.size() == 1) {
            return pages.getFirst();
        }
        var items = Json.array();
        var names = Json.object();
        for (var page : pages) {
            page.path("items").forEach(items::add);
            ReferenceNames.add(names, page);
        }
        var united = Json.object();
        united.set("next", pages.getLast().path("next"));
        united.set("items", items);
        return united.set(ReferenceNames.FIELD, names);
    }

    /** The pages that have been read of one part. */
    private record Pages(List<UpstreamResponse> responses, List<JsonNode> trees) {

        void add(UpstreamResponse response, JsonNode tree) {
            responses.add(response);
            trees.add(tree);
        }

        JsonNode united(SubRequest part) {
            return Composition.united(part, trees);
        }

        int items() {
            return trees.stream().mapToInt(tree -> tree.path("items").size()).sum();
        }

        List<Buffer> bodies() {
            return responses.stream().map(UpstreamResponse::body).toList();
        }

        Position position() {
            var position = Position.START;
            for (var response : responses) {
                var reflected = response.position();
                position = reflected == null ? position : position.floor(reflected);
            }
            return position;
        }

        @Nullable List<DependencyVersions> dependencies() {
            var all = new ArrayList<DependencyVersions>();
            for (var response : responses) {
                var versions = response.versions();
                if (versions == null) {
                    return null;
                }
                all.add(versions);
            }
            return all;
        }
    }
}
