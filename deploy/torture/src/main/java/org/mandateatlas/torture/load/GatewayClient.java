package org.mandateatlas.torture.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API behind several gateways. A request is never repeated; without a response within some seconds, its outcome is unknown. */
public final class GatewayClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(8);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final List<String> gateways;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /**
     * Creates a client.
     *
     * @param gateways base URLs of the gateways
     * @param token access token for writes
     */
    public GatewayClient(List<String> gateways, String token) {
        this.gateways = gateways;
        this.token = token;
    }

    /** Returns the base URLs of the gateways. */
    public List<String> gateways() {
        return gateways;
    }

    /** Reads without a token. */
    public Response get(String gateway, String path, Map<String, String> headers) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Reads past all caches. */
    public Response getFresh(String gateway, String path) throws InterruptedException {
        return get(gateway, path, Map.of("Cache-Control", "no-cache"));
    }

    /** Writes with the token. */
    public Response write(
            String gateway, String method, String path, Map<String, String> headers, @Nullable String body)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        return send(request.build());
    }

    private Response send(HttpRequest request) throws InterruptedException {
        try {
            var response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Response(
                    response.statusCode(),
                    response.headers().firstValue("Atlas-Position").orElse(""),
                    response.body());
        } catch (IOException e) {
            return Response.NONE;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
