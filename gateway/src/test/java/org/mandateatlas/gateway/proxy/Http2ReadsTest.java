package org.mandateatlas.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

/** A read over HTTP/2 has ended before its upstream responds. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class Http2ReadsTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @Test
    void aReadOfASlowUpstreamGetsItsResponse() throws Exception {
        owner.at("/v1/mandates/slow", exchange -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            byte[] body = "{\"id\":\"slow\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Atlas-Position", "mandate:1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            for (int i = 0; i < 4; i++) {
                var request = HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port + "/v1/mandates/slow?q=" + i))
                        .timeout(Duration.ofSeconds(10))
                        .build();
                assertEquals(
                        200,
                        client.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode());
            }
        }
    }
}
