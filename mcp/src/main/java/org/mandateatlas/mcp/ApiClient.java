package org.mandateatlas.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.edge.LoopbackRequests;

/** Reads the API of this gateway as the client of a tool would: with its address, its token, its limits and the cache. */
@Singleton
class ApiClient {

    private static final int WAITING_PER_CONNECTION = 16;
    private static final int OK = 200;

    private final HttpClient http;
    private final long timeout;
    private final ObjectMapper json;

    ApiClient(Vertx vertx, McpConfig config, ObjectMapper json) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions(),
                new PoolOptions()
                        .setHttp1MaxSize(config.concurrency())
                        .setMaxWaitQueueSize(config.concurrency() * WAITING_PER_CONNECTION));
        this.timeout = config.timeout().toMillis();
        this.json = json;
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /**
     * Reads from the API. Waits for the response, and therefore runs on virtual threads.
     *
     * @param target path and query
     * @param body the body of a query that is sent with POST; null for GET
     * @throws ApiProblem if the response is not the resource
     */
    JsonNode read(ToolClient caller, String target, @Nullable JsonNode body) {
        try {
            return send(caller, target, body)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ApiProblem problem ? problem : unavailable();
        }
    }

    private Future<JsonNode> send(ToolClient caller, String target, @Nullable JsonNode body) {
        var options = new RequestOptions()
                .setServer(caller.gateway())
                .setHost(caller.gateway().host())
                .setPort(caller.gateway().port())
                .setMethod(body == null ? HttpMethod.GET : HttpMethod.POST)
                .setURI(target)
                .setTimeout(timeout);
        return http.request(options).compose(request -> {
            headers(request.headers(), caller);
            var response = body == null
                    ? request.send()
                    : request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                            .send(Buffer.buffer(body.toString()));
            return response.compose(this::read);
        });
    }

    private static void headers(MultiMap headers, ToolClient caller) {
        headers.set(HttpHeaders.HOST, caller.host()).set(HttpHeaders.ACCEPT, "application/json");
        headers.set("X-Request-Id", caller.requestId());
        if (caller.authorization() != null) {
            headers.set(HttpHeaders.AUTHORIZATION, caller.authorization());
        }
        LoopbackRequests.sign(headers, caller.address());
    }

    private Future<JsonNode> read(HttpClientResponse response) {
        return response.body().map(content -> {
            var document = parse(content);
            if (response.statusCode() == OK) {
                return document;
            }
            throw document.isObject() ? new ApiProblem(document) : unavailable();
        });
    }

    private JsonNode parse(Buffer content) {
        try {
            return json.readTree(content.getBytes());
        } catch (JsonProcessingException e) {
            throw unavailable();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ApiProblem unavailable() {
        var problem = Problem.of(ProblemType.SERVICE_UNAVAILABLE, "The API did not respond in time. Try again.");
        try {
            return new ApiProblem(
                    json.readTree(ProblemResponse.document(problem).encode()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
