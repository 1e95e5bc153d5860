package org.mandateatlas.local;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The processes of a suite started with {@code ./atlas up}, their commands and their logs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(SharedSuite.class)
@Order(4)
class SuiteIT {

    /**
     * A warning of a library, unless it is about a busy machine: a connection closed by a timeout, a thread that waited for a CPU, or a
     * broker that started later than its clients.
     */
    private static final Pattern LIBRARY_WARNING = Pattern.compile(
            "\\bWARN ++(?!\\[(org\\.mandateatlas|or\\.ma|io\\.agroal)\\.|\\[(io\\.vertx\\.core\\.impl|io\\.ve\\.co\\.im)\\.BlockedThreadChecker|\\[or\\.ap\\.ka\\.cl\\.NetworkClient\\])");

    private final LaunchedSuite suite;
    private final MandateTopic mandates;

    SuiteIT(LaunchedSuite suite) {
        this.suite = suite;
        this.mandates = new MandateTopic(suite.kafka());
    }

    @Test
    void allComponentsAreUp() throws Exception {
        var status = suite.run("status");

        assertEquals(0, status.exit(), status.output());
    }

    @Test
    void documentsAreLinkedData() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var documents = new LinkedDocuments(client, suite.address());
            documents.check();
            documents.checkUrls();
        }
    }

    @Test
    void aSecondStartIsRejected() throws Exception {
        var again = suite.run("up", "--detach");

        assertEquals(1, again.exit());
        assertTrue(again.output().contains("is already running"), again.output());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka",
                "institutions-service",
                "functions-service",
                "processes-service",
                "subscriptions-service",
                "gateway"
            })
    @Order(Integer.MAX_VALUE)
    void noLibraryLogsAWarning(String component) throws IOException {
        var lines = Files.readAllLines(suite.log(component));

        assertEquals(
                List.of(), lines.stream().filter(LIBRARY_WARNING.asPredicate()).toList());
    }

    @ParameterizedTest
    @MethodSource
    @Order(Integer.MAX_VALUE - 1)
    void documentedCommandsSucceed(String block, @TempDir Path folder) throws Exception {
        var result = suite.bash(folder, DocumentedCommands.script(block, suite.address()));

        assertEquals(0, result.exit(), result.output());
    }

    static List<String> documentedCommandsSucceed() throws IOException {
        return DocumentedCommands.in("README.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandates", "capacities", "processes"})
    void aRequestTargetThatTheGatewayAcceptsIsAcceptedByTheServices(String collection) {
        suite.request()
                .header("X-Long", "x".repeat(12_000))
                .get("/v1/" + collection + "?q=" + "x".repeat(8_000))
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("q"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aServiceThatIsKilledIsStartedAgainAndLosesNothing() throws Exception {
        var end = mandates.end();
        var service = suite.register().running("institutions-service").orElseThrow();
        ProcessHandle.of(service.pid()).orElseThrow().destroyForcibly();

        var deadline = Instant.now().plusSeconds(60);
        while (service.isAlive()
                || suite.register().running("institutions-service").isEmpty()
                || suite.request()
                                .header("Cache-Control", "no-cache")
                                .get("/v1/mandates?limit=1")
                                .statusCode()
                        != 200) {
            assertTrue(Instant.now().isBefore(deadline), "institutions-service is not started again");
            Thread.sleep(100);
        }
        assertTrue(Files.readString(suite.log("supervisor")).contains("exited unexpectedly with exit code 137"));
        assertEquals(0, suite.run("status").exit());
        assertEquals(end, mandates.end());
        assertEquals(end, mandates.after(0, Duration.ofSeconds(2)).size());
    }
}
