package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.gateway.compose.LastGoodCopies.Copy;
import org.mandateatlas.gateway.compose.SubRequest.Extent;
import org.mandateatlas.gateway.forwarding.Answer;
import org.mandateatlas.gateway.forwarding.RoutingTable;
import org.mandateatlas.gateway.forwarding.Upstream;

/**
 * Reads the parts of an answer from their owners, all at once. A part that cannot be had in time is told of in {@code missing}, and its
 * last good copy stands in its place where there is one; nothing waits beyond the deadline.
 */
@Singleton
public class Composition {

    /** This part of the deadline is left for writing the answer. */
    private static final int FOR_WRITING = 10;

    private static final int LARGE = 16_384;
    private static final Set<Integer> NOT_THERE = Set.of(404, 410);
    private static final int REFUSED = 400;

    private final Vertx vertx;
    private final RoutingTable owners;
    private final UpstreamGuard guards;
    private final LastGoodCopies copies;
    private final AggregatesConfig config;

    Composition(
            Vertx vertx, RoutingTable owners, UpstreamGuard guards, LastGoodCopies copies, AggregatesConfig config) {
        this.vertx = vertx;
        this.owners = owners;
        this.guards = guards;
        this.copies = copies;
        this.config = config;
    }

    /** Returns the deadline of an answer that is begun now; its steps share it. */
    public Deadline deadline() {
        return Deadline.in(config.deadline().minus(config.deadline().dividedBy(FOR_WRITING)));
    }

    /**
     * Reads the parts.
     *
     * @return fails with a {@link ProblemException} when the owner of a part refuses it, as for an unknown id or a parameter; never
     *     because an owner is down or slow
     */
    public Future<PartialResult> compose(List<SubRequest> parts, Deadline deadline) {
        List<Future<PartialResult>> read =
                parts.stream().map(part -> read(part, deadline)).toList();
        return Future.all(read).map(all -> {
            PartialResult composed = PartialResult.NOTHING;
            for (PartialResult one : all.<PartialResult>list()) {
                composed = composed.and(one);
            }
            return composed;
        });
    }

    private Future<PartialResult> read(SubRequest part, Deadline deadline) {
        Upstream owner = Objects.requireNonNull(owners.ofPath(part.uri().split("\\?", 2)[0]));
        var pages = new Pages(new ArrayList<>(), new ArrayList<>());
        return follow(part, owner, part.uri(), pages)
                .timeout(deadline.leftMillis(), TimeUnit.MILLISECONDS)
                .map(found -> found ? given(part, owner, pages) : PartialResult.NOTHING)
                .recover(failure -> notGiven(part, owner, failure));
    }

    /** Reads the page at an address, and those that follow if all are wanted; returns whether there is such a thing at all. */
    private Future<Boolean> follow(SubRequest part, Upstream owner, String uri, Pages pages) {
        return guards.read(owner, uri).compose(answer -> {
            if (answer.status() >= REFUSED) {
                copies.drop(part.uri());
                return part.extent() == Extent.SINGLE && NOT_THERE.contains(answer.status())
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(new ProblemException(UpstreamProblem.told(answer)));
            }
            return parse(answer.body()).compose(tree -> {
                pages.add(answer, tree);
                String next = part.extent() == Extent.WHOLE ? tree.path("next").textValue() : null;
                return next == null || pages.documents() >= config.mostDocuments()
                        ? Future.succeededFuture(true)
                        : follow(part, owner, pathAndQuery(next), pages);
            });
        });
    }

    private static String pathAndQuery(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + '?' + uri.getRawQuery();
    }

    /** What takes long to parse is not parsed on the event loop. */
    private Future<JsonNode> parse(Buffer text) {
        return text.length() < LARGE
                ? Future.succeededFuture(Json.tree(text))
                : vertx.executeBlocking(() -> Json.tree(text), false).map(Objects::requireNonNull);
    }

    private PartialResult given(SubRequest part, Upstream owner, Pages pages) {
        copies.keep(part.uri(), pages.bodies(), pages.position());
        JsonNode tree = united(part, pages.trees);
        String next = part.extent() == Extent.WHOLE ? tree.path("next").textValue() : null;
        List<Missing> missing = next == null ? List.of() : List.of(cut(part, owner, pages.documents()));
        return new PartialResult(Map.of(part.name(), tree), missing, pages.position(), Set.of());
    }

    private static Missing cut(SubRequest part, Upstream owner, int documents) {
        return new Missing(
                part.field(),
                owner.name(),
                part.collection(),
                Problem.of(
                        ProblemType.PART_TOO_LARGE,
                        "Only the first " + documents + " are here; read all at " + part.uri() + "."),
                null);
    }

    /** Pages of one collection are one page with all of their documents, that goes on where the last of them does. */
    private static JsonNode united(SubRequest part, List<JsonNode> pages) {
        if (part.extent() != Extent.WHOLE || pages.size() == 1) {
            return pages.getFirst();
        }
        ArrayNode items = Json.array();
        pages.forEach(page -> page.path("items").forEach(items::add));
        ObjectNode united = pages.getLast().deepCopy();
        united.set("items", items);
        return united;
    }

    private Future<PartialResult> notGiven(SubRequest part, Upstream owner, Throwable failure) {
        if (failure instanceof ProblemException) {
            return Future.failedFuture(failure);
        }
        Problem problem = UpstreamProblem.of(owner, failure);
        Copy copy = copies.of(part.uri());
        if (copy == null) {
            var missing = new Missing(part.field(), owner.name(), part.collection(), problem, null);
            return Future.succeededFuture(
                    new PartialResult(Map.of(), List.of(missing), Position.START, streamsOf(owner)));
        }
        var missing = new Missing(part.field(), owner.name(), part.collection(), problem, copies.age(copy));
        return vertx.executeBlocking(
                        () -> {
                            JsonNode tree = united(
                                    part, copy.pages().stream().map(Json::tree).toList());
                            return new PartialResult(
                                    Map.of(part.name(), tree), List.of(missing), copy.position(), Set.of());
                        },
                        false)
                .map(Objects::requireNonNull);
    }

    private Set<String> streamsOf(Upstream owner) {
        return owners.collectionsByStream().entrySet().stream()
                .filter(stream -> owner.equals(owners.ofPath("/v1/" + stream.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The pages that have come of one part. */
    private record Pages(List<Answer> answers, List<JsonNode> trees) {

        void add(Answer answer, JsonNode tree) {
            answers.add(answer);
            trees.add(tree);
        }

        int documents() {
            return trees.stream().mapToInt(tree -> tree.path("items").size()).sum();
        }

        List<Buffer> bodies() {
            return answers.stream().map(Answer::body).toList();
        }

        Position position() {
            Position position = Position.START;
            for (Answer answer : answers) {
                @Nullable Position reflected = answer.position();
                position = reflected == null ? position : position.floor(reflected);
            }
            return position;
        }
    }
}
