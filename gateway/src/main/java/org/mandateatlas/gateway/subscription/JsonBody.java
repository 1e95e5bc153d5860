package org.mandateatlas.gateway.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.gateway.http.BodyLimit;

/** Reads the body of a request as a JSON object. */
@Singleton
class JsonBody {

    static final String JSON = "application/json";
    static final String MERGE_PATCH = "application/merge-patch+json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final BodyLimit limit;

    JsonBody(BodyLimit limit) {
        this.limit = limit;
    }

    /** Returns the object; fails when the body is of no type that is read here, or no object. */
    Future<ObjectNode> read(RoutingContext context, Set<String> types) {
        return bytes(context).map(body -> {
            requireType(context, types);
            return parse(body);
        });
    }

    /** Returns the object, or an empty one where there is no body. */
    Future<ObjectNode> readIfAny(RoutingContext context) {
        return bytes(context).map(body -> {
            if (body.length() == 0) {
                return MAPPER.createObjectNode();
            }
            requireType(context, Set.of(JSON));
            return parse(body);
        });
    }

    /** Returns a document with a merge patch (RFC 7396) applied to it. */
    static ObjectNode patched(ObjectNode document, ObjectNode patch) {
        ObjectNode patched = document.deepCopy();
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            JsonNode before = patched.path(change.getKey());
            if (change.getValue().isNull()) {
                patched.remove(change.getKey());
            } else if (change.getValue() instanceof ObjectNode inner) {
                patched.set(
                        change.getKey(),
                        patched(before instanceof ObjectNode object ? object : MAPPER.createObjectNode(), inner));
            } else {
                patched.set(change.getKey(), change.getValue());
            }
        }
        return patched;
    }

    /** Returns a document of our own as the object that it would be as a body. */
    static ObjectNode of(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Future<Buffer> bytes(RoutingContext context) {
        HttpServerRequest request = context.request();
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            body.appendBuffer(chunk);
            if (limit.isExceededBy(body.length())) {
                whole.tryFail(new ProblemException(ProblemType.BODY_TOO_LARGE, "No subscription is that large."));
            }
        });
        request.endHandler(end -> whole.tryComplete(body));
        request.exceptionHandler(whole::tryFail);
        if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            context.response().writeContinue();
        }
        request.resume();
        return whole.future();
    }

    private static void requireType(RoutingContext context, Set<String> types) {
        String given = context.request().headers().get(HttpHeaders.CONTENT_TYPE);
        String type = given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!types.contains(type)) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The body has to be "
                            + String.join(" or ", types.stream().sorted().toList()) + '.');
        }
    }

    private static ObjectNode parse(Buffer body) {
        JsonNode read;
        try {
            read = MAPPER.readTree(body.getBytes());
        } catch (JsonProcessingException e) {
            throw invalid("The body is not JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw invalid("The body is not JSON.");
        }
        if (read instanceof ObjectNode object) {
            return object;
        }
        throw invalid("The body is not a JSON object.");
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(
                ProblemType.INVALID_DOCUMENT, detail, List.of(Violation.at("", "is not a JSON object")));
    }
}
