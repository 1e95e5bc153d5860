package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mandateatlas.contract.Example;

/**
 * Sends the example of every operation to a suite with the shipped dataset and compares the response. With the system property
 * {@code atlas.examples.record} it writes the responses to the files of the examples instead.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
@Order(1)
class ExamplesIT {

    private static final Path FOLDER = Path.of("../contract/examples");
    private static final boolean RECORD = Boolean.getBoolean("atlas.examples.record");
    private static final String END_OF_ENTRY = "</entry>";
    private static final String EVENT_STREAM = "text/event-stream";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LaunchedSuite suite;
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> ids = new HashMap<>();
    private String token = "";

    ExamplesIT(LaunchedSuite suite) {
        this.suite = suite;
    }

    @BeforeAll
    void start() throws Exception {
        token = suite.succeed("token", "--actor", "example").strip();
    }

    @TestFactory
    Stream<DynamicTest> theExampleOfEveryOperationIsTrue() throws IOException {
        var examples = Example.read(FOLDER);
        assertTrue(examples.size() > 100);
        return examples.stream()
                .sorted(Comparator.comparing(ExamplesIT::turn))
                .map(example -> DynamicTest.dynamicTest(example.operationId(), () -> check(example)));
    }

    /** Reads come before writes, and what refers to an earlier response after it. */
    private static int turn(Example example) {
        var independent = !example.target().contains("{") && !example.target().startsWith("/v1/subscriptions");
        return switch (example.method()) {
            case "GET" -> independent ? 0 : example.target().contains("{delivery}") ? 5 : 4;
            case "POST" ->
                example.target().endsWith("/batch") ? 3 : example.target().contains("{") ? 5 : 1;
            case "PUT" -> 2;
            case "PATCH" -> 3;
            default -> 6;
        };
    }

    private void check(Example example) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        Received received = send(example);
        while (isEmptyPage(example, received) && System.nanoTime() < deadline) {
            Thread.sleep(100);
            received = send(example);
        }
        remember(example, received);
        if (RECORD) {
            record(example, received);
        } else {
            assertEquals(example.status(), received.status(), () -> example.request());
            assertEquals(example.type(), received.type(), () -> example.request());
            compare(example, received.body());
        }
    }

    /** The first delivery takes a moment. */
    private static boolean isEmptyPage(Example example, Received received) {
        return example.operationId().equals("listDeliveries")
                && received.body().path("items").isEmpty();
    }

    private void remember(Example example, Received received) {
        if (example.operationId().equals("createSubscription")) {
            ids.put("{subscription}", received.body().path("id").asText());
        } else if (example.operationId().equals("listDeliveries")) {
            ids.put("{delivery}", received.body().at("/items/0/id").asText());
        }
    }

    private Received send(Example example) throws IOException, InterruptedException {
        var target = example.target();
        for (var id : ids.entrySet()) {
            target = target.replace(id.getKey(), id.getValue());
        }
        var request = HttpRequest.newBuilder(URI.create(suite.address() + target))
                .timeout(PATIENCE)
                .method(example.method(), body(example))
                .header("Accept", "application/json, */*;q=0.5");
        if (!example.method().equals("GET") || target.startsWith("/v1/subscriptions")) {
            request.header("Authorization", "Bearer " + token);
        }
        if (example.body() != null) {
            request.header("Content-Type", contentType(example));
        }
        example.headers().forEach(request::setHeader);
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        var type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        try (var stream = response.body()) {
            return new Received(response.statusCode(), type, read(type, stream));
        }
    }

    private static String contentType(Example example) {
        return switch (example.method()) {
            case "PATCH" -> "application/merge-patch+json";
            case "POST" -> example.target().endsWith("/batch") ? "application/x-ndjson" : "application/json";
            default -> "application/json";
        };
    }

    private static HttpRequest.BodyPublisher body(Example example) {
        var body = example.body();
        return body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.isTextual() ? body.asText() : body.toString());
    }

    private JsonNode read(String type, InputStream stream) throws IOException {
        if (type.equals(EVENT_STREAM)) {
            return TextNode.valueOf(firstEvent(stream));
        }
        var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace(suite.address(), Normalized.BASE);
        if (type.isEmpty()) {
            return NullNode.getInstance();
        }
        if (type.equals("application/json") || type.endsWith("+json")) {
            return json.readTree(text);
        }
        return type.equals("application/yaml") ? new YAMLMapper().readTree(text) : TextNode.valueOf(text);
    }

    /** Returns everything up to the end of the first event with data. */
    private static String firstEvent(InputStream stream) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        var text = new StringBuilder();
        var line = reader.readLine();
        while (line != null && !(line.isEmpty() && text.indexOf("data:") >= 0)) {
            text.append(line).append('\n');
            line = reader.readLine();
        }
        return text.append('\n').toString();
    }

    private void compare(Example example, JsonNode response) throws JsonProcessingException {
        // the example of JSON per line may be the first line
        var actual = response.isTextual() && example.response().isObject()
                ? json.readTree(response.asText().lines().findFirst().orElse(""))
                : response;
        if (example.isPart() && example.response().isTextual()) {
            var expected = Normalized.of(example.response().asText());
            var text = Normalized.of(actual.asText());
            assertEquals(expected, text.substring(0, Math.min(expected.length(), text.length())));
        } else if (example.isPart()) {
            assertEquals(
                    Normalized.pretty(example.response()),
                    Normalized.pretty(Normalized.part(example.response(), actual)));
        } else {
            assertEquals(Normalized.pretty(example.response()), Normalized.pretty(actual));
        }
    }

    private static void record(Example example, Received received) throws IOException {
        var content = example.content();
        content.remove(List.of("status", "type"));
        var part = example.isPart() ? content.remove("response") : null;
        content.remove("response");
        content.put("status", received.status());
        if (!received.type().isEmpty()) {
            content.put("type", received.type()).set("response", part == null ? beginning(example, received) : part);
        }
        example.write(FOLDER);
    }

    /** Returns the first two lines of a long text, or of a feed everything up to the end of its first entry. */
    private static JsonNode beginning(Example example, Received received) {
        if (!example.isPart() || !received.body().isTextual() || received.type().equals(EVENT_STREAM)) {
            return received.body();
        }
        var text = received.body().asText();
        var entry = text.indexOf(END_OF_ENTRY);
        return TextNode.valueOf(
                entry < 0
                        ? text.lines().limit(2).collect(Collectors.joining("\n", "", "\n"))
                        : text.substring(0, entry + END_OF_ENTRY.length()));
    }

    /**
     * A response.
     *
     * @param body JSON or YAML as such, anything else as text
     */
    private record Received(int status, String type, JsonNode body) {}
}
