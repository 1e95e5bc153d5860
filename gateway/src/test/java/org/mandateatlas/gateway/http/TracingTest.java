package org.mandateatlas.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Surroundings;

@QuarkusTest
@TestProfile(TracingTest.Traced.class)
@QuarkusTestResource(Surroundings.class)
class TracingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final int PATIENCE = 500;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Instance<InMemorySpanExporter> exporter;

    @Test
    void theTraceOfAClientGoesThroughTheGatewayToTheOwner() throws InterruptedException {
        exporter.get().reset();
        Response answer = given().header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .get("/v1/mandates/traced");

        List<SpanData> spans = spans(2);
        SpanData asked = of(spans, SpanKind.SERVER);
        SpanData forwarded = of(spans, SpanKind.CLIENT);
        assertEquals(TRACE, asked.getTraceId());
        assertEquals("b7ad6b7169203331", asked.getParentSpanId());
        assertEquals(TRACE, forwarded.getTraceId());
        assertEquals(asked.getSpanId(), forwarded.getParentSpanId());
        answer.then()
                .statusCode(200)
                .body("headers.Traceparent", equalTo("00-" + TRACE + "-" + forwarded.getSpanId() + "-01"));
    }

    @Test
    void aTraceBeginsHereIfTheClientHasNone() {
        given().get("/v1/mandates/traced")
                .then()
                .statusCode(200)
                .body("headers.Traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    private List<SpanData> spans(int count) throws InterruptedException {
        for (int i = 0; i < PATIENCE && exporter.get().getFinishedSpanItems().size() < count; i++) {
            Thread.sleep(20);
        }
        return exporter.get().getFinishedSpanItems();
    }

    private static SpanData of(List<SpanData> spans, SpanKind kind) {
        return spans.stream()
                .filter(span -> span.getKind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " among " + spans));
    }

    /** A gateway that traces into memory. */
    public static final class Traced implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.simple", "true");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Memory.class);
        }
    }

    /** Where the spans go. */
    @Alternative
    @Singleton
    static class Memory {

        @Produces
        @Singleton
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }
}
