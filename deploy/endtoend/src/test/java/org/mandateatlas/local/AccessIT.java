package org.mandateatlas.local;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mandateatlas.contract.Example;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.local.AccessMatrix.Caller;

/**
 * Sends a request of every operation of the API as each kind of caller, and compares the statuses with those in {@code access.csv}.
 * Permitted writes have a condition that fails (412) or no content. Requests that need a token are also sent to the service itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
@Order(8)
class AccessIT {

    private static final Path EXAMPLES = Path.of("../contract/examples");
    private static final String SUBSCRIPTIONS = "/v1/subscriptions";
    private static final String NO_VERSION = "\"999999\"";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LaunchedSuite suite;
    /** Bodies are not read, which a connection with streams (HTTP/2) tolerates a few hundred times only. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, String> ids = new HashMap<>();
    private final Map<Caller, String> tokens = new HashMap<>();
    private final List<String> created = new ArrayList<>();

    AccessIT(LaunchedSuite suite) {
        this.suite = suite;
    }

    @BeforeAll
    void createSubscription() throws InterruptedException {
        tokens.put(Caller.SUBSCRIBER, suite.token("subscriber", "owner"));
        tokens.put(Caller.CURATOR, suite.token("curator", "curator"));
        tokens.put(Caller.OTHER_SUBSCRIBER, suite.token("subscriber", "other"));
        // Nothing listens there, so that the first delivery fails and can be repeated.
        var id = asOwner()
                .body("{\"url\":\"http://127.0.0.1:" + FreePort.find()
                        + "/\",\"after\":\"\",\"filter\":{\"streams\":[\"source\"]}}")
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        created.add(id);
        ids.put("{subscription}", id);
        ids.put("{delivery}", awaitDelivery(id));
    }

    private String awaitDelivery(String subscription) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = asOwner()
                    .get(SUBSCRIPTIONS + "/" + subscription + "/deliveries")
                    .jsonPath()
                    .getList("items.id", String.class);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("there is no delivery");
    }

    @AfterAll
    void deleteSubscriptions() {
        created.forEach(id -> suite.request()
                .header("Authorization", "Bearer " + tokens.get(Caller.CURATOR))
                .delete(SUBSCRIPTIONS + "/" + id)
                .then()
                .statusCode(204));
    }

    @Test
    void everyOperationHasAnEntryAndEveryEntryAnOperation() throws IOException {
        assertEquals(operations(), List.copyOf(AccessMatrix.read().statuses().keySet()));
    }

    private List<String> operations() {
        var paths = suite.request().get("/openapi.json").jsonPath().<String, Map<String, Object>>getMap("paths");
        return paths.values().stream()
                .flatMap(path -> path.values().stream())
                .filter(part -> part instanceof Map<?, ?>)
                .map(operation -> (String) ((Map<?, ?>) operation).get("operationId"))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyOperationAnswersEveryCallerAsInTheMatrix() throws IOException {
        var examples =
                Example.read(EXAMPLES).stream().collect(Collectors.toMap(Example::operationId, Function.identity()));
        return AccessMatrix.read().statuses().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(), () -> check(Objects.requireNonNull(examples.get(row.getKey())), row.getValue())));
    }

    private void check(Example example, Map<Caller, Integer> expected) throws Exception {
        var actual = new EnumMap<Caller, Integer>(Caller.class);
        for (var caller : Caller.values()) {
            actual.put(caller, send(suite.address(), example, tokens.get(caller)));
        }
        assertEquals(expected, actual, example.request());
        if (expected.get(Caller.ANONYMOUS) instanceof Integer status && status == 401) {
            assertEquals(401, send(service(example), example, null), "without the gateway: " + example.request());
        }
    }

    private String service(Example example) {
        return switch (example.target().split("[/?]", -1)[2]) {
            case "institutions", "instruments", "mandates", "sources" -> suite.address(Port.INSTITUTIONS);
            case "processes", "participations", "meetings", "outputs" -> suite.address(Port.PROCESSES);
            case "subscriptions" -> suite.address(Port.SUBSCRIPTIONS);
            default -> suite.address(Port.FUNCTIONS);
        };
    }

    @Test
    void aSubscriberSeesNoSubscriptionOfAnotherInTheList() {
        suite.request()
                .header("Authorization", "Bearer " + tokens.get(Caller.OTHER_SUBSCRIBER))
                .get(SUBSCRIPTIONS)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(created.getFirst())));
    }

    private int send(String address, Example example, @Nullable String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + target(example)))
                .timeout(PATIENCE)
                .method(example.method(), body(example));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (example.body() != null || example.target().endsWith("/batch")) {
            request.header("Content-Type", contentType(example));
        }
        if (!example.method().equals("GET") && !example.method().equals("POST")) {
            request.header("If-Match", NO_VERSION);
        }
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (response.statusCode() == 201) {
                created.add(JSON.readTree(body).path("id").asText());
            }
            return response.statusCode();
        }
    }

    /** Writes name a document that exists. */
    private String target(Example example) {
        var target = example.target();
        if (example.method().matches("PUT|PATCH|DELETE") && !target.startsWith(SUBSCRIPTIONS)) {
            var collection = target.substring(0, target.lastIndexOf('/'));
            return collection + "/"
                    + suite.request().get(collection + "?fields=id&limit=1").path("items[0].id");
        }
        for (var id : ids.entrySet()) {
            target = target.replace(id.getKey(), id.getValue());
        }
        return target;
    }

    private static HttpRequest.BodyPublisher body(Example example) {
        var body = example.body();
        return body == null || example.target().endsWith("/batch")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.isTextual() ? body.asText() : body.toString());
    }

    private static String contentType(Example example) {
        if (example.target().endsWith("/batch")) {
            return "application/x-ndjson";
        }
        return example.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    private RequestSpecification asOwner() {
        return suite.request()
                .header("Authorization", "Bearer " + tokens.get(Caller.SUBSCRIBER))
                .contentType("application/json");
    }
}
