package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.mandateatlas.base.http.IfNoneMatch;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.gateway.page.Representation;

/** Answers a request with what was composed of parts: its tag, the point of the logs that it reflects, and 304 for who has it. */
@Singleton
public class AggregateAnswers {

    private static final int TAG_BYTES = 12;

    private final Vertx vertx;

    AggregateAnswers(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Answers with JSON; with a problem when nothing at all could be had.
     *
     * @param composed the parts
     * @param content makes the answer of them; not on the event loop, so that it may take its time
     */
    public void answer(
            RoutingContext context, Future<PartialResult> composed, Function<PartialResult, ObjectNode> content) {
        composed.compose(parts -> vertx.executeBlocking(() -> written(parts, content), false))
                .onSuccess(written -> send(context, written))
                .onFailure(context::fail);
    }

    private static Written written(PartialResult parts, Function<PartialResult, ObjectNode> content) {
        if (parts.parts().isEmpty() && !parts.missing().isEmpty()) {
            throw new ProblemException(parts.missing().getFirst().problem());
        }
        byte[] body = Json.bytes(content.apply(parts));
        return new Written(Buffer.buffer(body), '"' + digest(body) + '"', parts.position());
    }

    private static void send(RoutingContext context, Written written) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.ETAG, written.tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(Position.HEADER, written.position.toString());
        if (IfNoneMatch.isMetBy(context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), written.tag)) {
            response.setStatusCode(304).end();
        } else {
            new Representation().as(Representation.JSON, asked -> written.body).answer(context);
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** An answer as text, its tag, and the point of the logs that it reflects. */
    private record Written(Buffer body, String tag, Position position) {}
}
