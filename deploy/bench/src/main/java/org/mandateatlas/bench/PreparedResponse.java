package org.mandateatlas.bench;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * A response of the suite that a reference server sends again: the same header fields and the same bytes.
 *
 * @param headers its header fields
 * @param body its body
 */
record PreparedResponse(MultiMap headers, Buffer body) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private static final int OK = 200;
    private static final int ATTEMPTS = 20;
    private static final int PAUSE_MILLIS = 500;

    /** Gets the response; fails unless it is a complete success within a few attempts, as the first requests are slow. */
    static PreparedResponse get(URI address) throws IOException, InterruptedException {
        var response = send(address);
        for (var attempt = 1; !isComplete(response); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException(
                        address + " returned no complete response but status " + response.statusCode());
            }
            Thread.sleep(PAUSE_MILLIS);
            response = send(address);
        }
        var headers = MultiMap.caseInsensitiveMultiMap();
        response.headers().map().forEach((name, values) -> headers.add(name, values));
        return new PreparedResponse(headers, Buffer.buffer(response.body()));
    }

    private static HttpResponse<byte[]> send(URI address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    }

    private static boolean isComplete(HttpResponse<byte[]> response) {
        var text = new String(response.body(), StandardCharsets.UTF_8);
        return response.statusCode() == OK
                && BenchJson.read(text).path("missing").isEmpty();
    }

    void send(HttpServerRequest request) {
        var response = request.response();
        response.headers().setAll(headers);
        response.end(body);
    }
}
