package org.mandateatlas.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.gateway.Surroundings;

/** A connection that is in use outlives the idle timeout, whichever version of HTTP and however it was negotiated. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(IdleTimeoutTest.ShortIdleTimeout.class)
class IdleTimeoutTest {

    @Inject
    Vertx vertx;

    /** An idle timeout that a test can wait for. */
    public static final class ShortIdleTimeout implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.idle-timeout", "2S");
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, true", "HTTP_2, true", "HTTP_2, false"})
    void aConnectionInUseStaysOpen(HttpVersion version, boolean upgrade) throws Exception {
        var connections = new AtomicInteger();
        var client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setProtocolVersion(version)
                        .setHttp2ClearTextUpgrade(upgrade)
                        .setMaxPoolSize(1)
                        .setHttp2MaxPoolSize(1))
                .withConnectHandler(connection -> connections.incrementAndGet())
                .build();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            while (System.nanoTime() < end) {
                int status = client.request(HttpMethod.GET, RestAssured.port, "localhost", "/v1")
                        .compose(HttpClientRequest::send)
                        .map(response -> response.statusCode())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS);
                assertEquals(200, status);
                Thread.sleep(300);
            }
            assertEquals(1, connections.get());
        } finally {
            client.close();
        }
    }
}
