package org.mandateatlas.gateway.http;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

/** Characters that should be percent-encoded are read as what they mean, and every rejection is a problem document. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class LenientTargetTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @ParameterizedTest
    @CsvSource({
        "a|b, q=a%7Cb",
        "{x}, q=%7Bx%7D",
        "x^y, q=x%5Ey",
        "`, q=%60",
        "a\\b, q=a%5Cb",
        "100%, q=100%25",
        "%zz, q=%25zz",
        "Genève, q=Gen%C3%A8ve",
        "<iom>, q=%3Ciom%3E"
    })
    void aForwardedQueryIsEncoded(String text, String expected) throws IOException {
        var received = new AtomicReference<String>();
        owner.at("/v1/institutions", exchange -> {
            received.set(exchange.getRequestURI().getRawQuery());
            exchange.sendResponseHeaders(204, -1);
        });

        assertThat(answer("GET /v1/institutions?q=" + utf8(text) + " HTTP/1.1"), startsWith("HTTP/1.1 204 "));
        assertEquals(expected, received.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "{x}", "x^y", "`", "100%", "%zz", "Genève", "\"", "a\\b"})
    void aResourceOfTheGatewayReadsThemToo(String text) throws IOException {
        var problem = answer("GET /v1/changes?subject=" + utf8(text) + " HTTP/1.1");

        assertThat(problem, startsWith("HTTP/1.1 400 "));
        assertThat(problem, containsString("\"parameter\":\"subject\""));
        assertIsProblem(problem);
        assertIsProblem(answer("GET /problems/" + utf8(text) + " HTTP/1.1"));
        assertIsProblem(answer("GET /" + utf8(text) + " HTTP/1.1"));
    }

    @Test
    void theTextIsThatOfTheClient() throws IOException {
        var page = answer("GET /v1/changes?type=a|b&type=" + utf8("Genève") + "&type=100% HTTP/1.1");

        assertThat(page, startsWith("HTTP/1.1 200 "));
        assertThat(page, containsString("type=a%7Cb&type=Gen%C3%A8ve&type=100%25"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/health", "/q/health/ready", "/q/health/live", "/metrics", "/v1/changes?limit=1"})
    void http10NeedsNoHost(String path) throws IOException {
        try (var client = new RawClient()) {
            assertThat(client.head("GET " + path + " HTTP/1.0").readTo("\r\n"), startsWith("HTTP/1.0 "));
        }
        try (var client = new RawClient()) {
            var status = client.head("GET " + path + " HTTP/1.0").readTo("\r\n");
            assertEquals(path.equals("/health") ? "503" : "200", status.split(" ", -1)[1], path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: one.example\r\nHost: two.example", "Host: evil.com%3F", "Host: [x]", "X: y"})
    void anyOtherRequestNeedsOneValidHost(String host) throws IOException {
        try (var client = new RawClient()) {
            var problem =
                    client.head("GET /v1 HTTP/1.1", host, "Connection: close").readAll();
            assertThat(problem, startsWith("HTTP/1.1 400 "));
            assertIsProblem(problem);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi",
                "/openapi.json",
                "/asyncapi",
                "/schemas",
                "/docs",
                "/docs/docs.js",
                "/atlas.css",
                "/metrics",
                "/q/metrics",
                "/q/health/ready",
                "/health",
                "/problems/not-found",
                "/.well-known/api-catalog",
                "/",
                "/v1",
                "/v1/changes",
                "/v1/changes/stream",
                "/v1/changes.atom",
                "/v1/search",
                "/v1/snapshot"
            })
    void anUnknownParameterIsRejectedEverywhere(String path) throws IOException {
        var problem = answer("GET " + path + "?nonsense=1 HTTP/1.1");

        assertThat(problem, startsWith("HTTP/1.1 400 "));
        assertThat(problem, containsString("\"parameter\":\"nonsense\""));
        assertIsProblem(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "NONSENSE, 400",
        "GET, 400",
        "GET /v1, 400",
        "GET /v1 HTTP/x, 400",
        "/v1 HTTP/1.1 GET, 400",
        "G\u0001T /v1 HTTP/1.1, 400"
    })
    void aRequestLineThatCannotBeDecodedGetsAProblem(String line, int status) throws IOException {
        assertIsRejected(status, line, "Host: localhost");
    }

    @Test
    void aHeaderThatCannotBeDecodedGetsAProblem() throws IOException {
        assertIsRejected(400, "GET /v1 HTTP/1.1", "Host: localhost", "Bad\u0001Name: x");
        assertIsRejected(400, "GET /v1 HTTP/1.1", "Host: localhost", "X-Text: a\u0000b");
        assertIsRejected(414, "GET /v1?q=" + "a".repeat(100_000) + " HTTP/1.1", "Host: localhost");
        assertIsRejected(431, "GET /v1 HTTP/1.1", "Host: localhost", "X-Long: " + "a".repeat(100_000));
    }

    @Test
    void aRequestBeforeItOnTheSameConnectionIsAnswered() throws IOException {
        try (var client = new RawClient()) {
            var responses = client.head("GET /v1 HTTP/1.1", "Host: localhost")
                    .head("NONSENSE")
                    .readAll();

            assertThat(responses, startsWith("HTTP/1.1 200 "));
            assertThat(responses, containsString("\"status\":400"));
        }
    }

    private static void assertIsRejected(int status, String... head) throws IOException {
        try (var client = new RawClient()) {
            var problem = client.head(head).readAll();
            assertEquals(Integer.toString(status), problem.split(" ", -1)[1], problem);
            assertThat(problem, containsString("\"status\":" + status));
            assertIsProblem(problem);
        }
    }

    private static void assertIsProblem(String response) {
        assertThat(response, containsString("application/problem+json"));
        assertThat(response.toLowerCase(Locale.ROOT), containsString("access-control-allow-origin: *"));
        assertThat(response.toLowerCase(Locale.ROOT), containsString("x-request-id: "));
    }

    private static String answer(String line) throws IOException {
        try (var client = new RawClient()) {
            return client.head(line, "Host: localhost", "Connection: close").readAll();
        }
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
