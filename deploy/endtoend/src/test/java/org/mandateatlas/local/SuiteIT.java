package org.mandateatlas.local;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
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

/** The public behaviour of a suite started with {@code ./atlas up}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(SharedSuite.class)
@Order(2)
class SuiteIT {

    private static final TopicPartition MANDATES = new TopicPartition("atlas.mandate.v1", 0);

    /**
     * A warning of a library, unless it is about a busy machine: a connection closed by a timeout, a thread that waited for a CPU, or a
     * broker that started later than its clients.
     */
    private static final Pattern LIBRARY_WARNING = Pattern.compile(
            "\\bWARN ++(?!\\[(org\\.mandateatlas|or\\.ma|io\\.agroal)\\.|\\[(io\\.vertx\\.core\\.impl|io\\.ve\\.co\\.im)\\.BlockedThreadChecker|\\[or\\.ap\\.ka\\.cl\\.NetworkClient\\])");

    private final LaunchedSuite suite;

    SuiteIT(LaunchedSuite suite) {
        this.suite = suite;
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
    void in2004IomWasOutsideTheUnSystemWith105Members() {
        suite.request()
                .get("/v1/institutions/iom?validAt=2004-12-31")
                .then()
                .statusCode(200)
                .body("unStatus.status", equalTo(List.of("outside")))
                .body("figures.find { it.measure == 'member-states' }.value", equalTo(105))
                .body("figures.find { it.measure == 'member-states' }.citations.source", hasItem("newland-2004"));
    }

    @Test
    void in2020IomWasARelatedOrganization() {
        suite.request()
                .get("/v1/institutions/iom?validAt=2020-01-01")
                .then()
                .statusCode(200)
                .body("unStatus.status", equalTo(List.of("related-organization")));
    }

    @Test
    void in1975IomWasCalledIcem() {
        suite.request()
                .get("/v1/institutions/iom?validAt=1975-06-01")
                .then()
                .statusCode(200)
                .body("abbreviation", equalTo("ICEM"))
                .body("name", equalTo("Intergovernmental Committee for European Migration"));
    }

    @Test
    void iomsConstitutionalPurposesHaveInstrumentAndProvision() {
        suite.request()
                .get("/v1/mandates?institution=iom&validAt=2004-12-31&instrument=iom-constitution")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThanOrEqualTo(5))
                .body("items.provision", everyItem(notNullValue()));
    }

    @Test
    void theIloDeclarationIsOf1998AndThePaperSaysOtherwise() {
        suite.request()
                .get("/v1/instruments/ilo-declaration-1998")
                .then()
                .statusCode(200)
                .body("adoption.date.toString()", startsWith("1998"))
                .body(
                        "adoption.citations.find { it.stance == 'contradicts' }.statedValue.toString()",
                        containsString("1999"));
    }

    @Test
    void theRatificationsOfIcrmwFormASeries() {
        suite.request()
                .get("/v1/instruments/icrmw")
                .then()
                .statusCode(200)
                .body("figures.groupBy { it.measure }.collect { it.value.size() }.max()", greaterThan(2));
    }

    @Test
    void statesCouldAgreeOnNineFunctions() {
        suite.request()
                .get("/v1/functions?standing=starting-point")
                .then()
                .statusCode(200)
                .body("items.rank.findAll { it < 10 }", containsInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9))
                .body("items.find { it.id == 'coordination' }.rank", equalTo(9));
    }

    @Test
    void aCapacityRefersToAnInstitutionOfTheOtherService() throws Exception {
        for (var institution : List.of("iom", "atlantis")) {
            suite.request()
                    .auth()
                    .oauth2(token())
                    .contentType("application/json")
                    .header("If-None-Match", "*")
                    .body("""
                            {"institution": "%s", "function": "coordination", "level": "limited", "text": "Made for a test.",
                             "citations": [{"source": "newland-2004"}]}""".formatted(institution))
                    .put("/v1/capacities/suite-" + institution)
                    .then()
                    .statusCode(institution.equals("iom") ? 201 : 422);
        }
    }

    @Test
    void theGenevaMigrationGroupHadSixMembersIn2004() {
        suite.request()
                .get("/v1/participations?process=geneva-migration-group&role=member&validAt=2004-12-31")
                .then()
                .statusCode(200)
                .body("items.institution.toSet()", equalTo(Set.of("unhcr", "iom", "ilo", "ohchr", "unctad", "unodc")));
        suite.request()
                .get("/v1/processes?participant=unctad&kind=inter-agency-mechanism&validAt=2004-12-31")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of("geneva-migration-group")));
    }

    @Test
    void aParticipationRefersToInstitutionsAndAProcessToFunctionsOfOtherServices() throws Exception {
        for (var institution : List.of("iom", "atlantis")) {
            suite.request()
                    .auth()
                    .oauth2(token())
                    .contentType("application/json")
                    .header("If-None-Match", "*")
                    .body("""
                            {"process": "icpd", "institution": "%s", "role": "observer",
                             "citations": [{"source": "newland-2004"}]}""".formatted(institution))
                    .put("/v1/participations/suite-" + institution)
                    .then()
                    .statusCode(institution.equals("iom") ? 201 : 422);
        }
        for (var function : List.of("coordination", "border-walls")) {
            suite.request()
                    .auth()
                    .oauth2(token())
                    .contentType("application/json")
                    .header("If-None-Match", "*")
                    .body("""
                            {"name": "Made for a test", "kind": "forum", "summary": "Nothing.", "functions": ["%s"],
                             "citations": [{"source": "newland-2004"}]}""".formatted(function))
                    .put("/v1/processes/suite-" + function)
                    .then()
                    .statusCode(function.equals("coordination") ? 201 : 422);
        }
    }

    @Test
    void theNetworkIsCompleteWhenTheSuiteIsReady() {
        suite.request()
                .get("/v1/network?validAt=2004-12-31")
                .then()
                .statusCode(200)
                .header("Atlas-Position", containsString("institution:"))
                .body(
                        "nodes.find { it.key == 'institution:iom' }.name",
                        equalTo("International Organization for Migration"));
    }

    @Test
    void coverageIsCompleteWhenTheSuiteIsReady() {
        suite.request()
                .get("/v1/coverage?validAt=2004-12-31&function=data-and-analysis")
                .then()
                .statusCode(200)
                .body("functions[0].classification", equalTo("single"))
                .body("functions[0].cells.institution", hasItem("un-desa-population-division"));
    }

    @Test
    void coverageAtThePositionOfAWriteReflectsTheWrite() throws Exception {
        var answer = suite.request()
                .auth()
                .oauth2(token())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"functions\": [\"compulsory-returns\"]}")
                .patch("/v1/mandates/unitar-migration-policy-training");
        assertEquals(200, answer.statusCode(), answer.asString());

        suite.request()
                .queryParam("position", answer.header("Atlas-Position"))
                .get("/v1/coverage?validAt=2004-12-31&function=compulsory-returns&institution=unitar")
                .then()
                .statusCode(200)
                .body("setAside[0].cells[0].state", equalTo("mandated-only"))
                .body("setAside[0].cells[0].mandates.id", equalTo(List.of("unitar-migration-policy-training")));
    }

    @Test
    void everyPolicyOptionSimulatesThroughTheGateway() {
        var options = suite.request().get("/v1/policy-options").jsonPath().getList("items.id", String.class);

        assertTrue(options.size() >= 7, options.toString());
        for (var option : options) {
            suite.request()
                    .get("/v1/policy-options/" + option + "/simulation")
                    .then()
                    .statusCode(200)
                    .body("policyOption", equalTo(option));
        }
    }

    @Test
    void coverageAnswersWhileTheOwnerOfMandatesDoesNot() throws Exception {
        var before = suite.request().get("/v1/coverage?validAt=2004-12-31").asString();
        var service = suite.register().running("institutions-service").orElseThrow();
        LaunchedSuite.signal("STOP", service.pid());
        try {
            assertEquals(
                    before,
                    suite.request().get("/v1/coverage?validAt=2004-12-31").asString());
            suite.request()
                    .get("/v1/coverage/gaps?validAt=2004-12-31")
                    .then()
                    .statusCode(200)
                    .header("Atlas-Position", containsString("mandate:"));
            suite.request()
                    .get("/v1/policy-options/wto-model/simulation")
                    .then()
                    .statusCode(200);
        } finally {
            LaunchedSuite.signal("CONT", service.pid());
        }
    }

    @Test
    void aTransferIsOneEventAndPartOfHistory() throws Exception {
        var before = mandateOfIom();
        var id = before.getString("id");
        var sequence = endOfMandates();
        var knownBefore = Instant.now();
        Thread.sleep(50);

        var document = before.<String, Object>getMap("");
        document.put("institution", "unhcr");
        var answer = suite.request()
                .header("Authorization", "Bearer " + token())
                .header("If-Match", "\"" + before.getInt("version") + "\"")
                .header("Change-Note", "The charge moves.")
                .contentType("application/json")
                .body(document)
                .put("/v1/mandates/" + id);
        assertEquals(200, answer.statusCode(), answer.asString());

        var events = mandatesAfter(sequence, Duration.ofSeconds(3));
        assertEquals(1, events.size(), events.toString());
        var event = events.getFirst();
        var value = JsonPath.from(event.value());
        assertEquals("org.mandateatlas.mandate.transferred.v1", header(event, "ce_type"));
        assertEquals(id, header(event, "ce_subject"));
        assertEquals("%010d".formatted(sequence + 1), header(event, "ce_sequence"));
        assertEquals("iom", value.getString("previous.institution"));
        assertEquals("unhcr", value.getString("document.institution"));
        assertTrue(value.getList("patch.path").contains("/institution"), event.value());
        assertEquals("The charge moves.", value.getString("note"));
        assertEquals("ana", value.getString("actor"));

        suite.request()
                .get("/v1/mandates/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.last().change", equalTo("transferred"));
        suite.request()
                .queryParam("knownAt", knownBefore.toString())
                .get("/v1/mandates/" + id)
                .then()
                .statusCode(200)
                .body("institution", equalTo("iom"));
        suite.request().get("/v1/mandates/" + id).then().statusCode(200).body("institution", equalTo("unhcr"));
    }

    @Test
    void everyEventIsValidAgainstItsSchema() throws Exception {
        var events = new PublishedEvents(suite);
        events.check();

        assertEquals(List.of(), events.faults());
        assertEquals(13, events.counts().size(), events.counts().toString());
        assertTrue(
                events.counts().values().stream().mapToInt(count -> count).sum() > 700,
                events.counts().toString());
    }

    @Test
    void aWriteWithoutATokenIsRejected() {
        suite.request()
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{}")
                .put("/v1/mandates/iom-forum")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aServiceThatIsKilledIsStartedAgainAndLosesNothing() throws Exception {
        var end = endOfMandates();
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
        assertEquals(end, endOfMandates());
        assertEquals(end, mandatesAfter(0, Duration.ofSeconds(2)).size());
    }

    private JsonPath mandateOfIom() {
        var id = suite.request()
                .get("/v1/mandates?institution=iom&limit=1")
                .jsonPath()
                .getString("items[0].id");
        return suite.request().get("/v1/mandates/" + id).jsonPath();
    }

    private String token() throws Exception {
        var token = suite.run("token", "--actor", "ana");
        assertEquals(0, token.exit(), token.output());
        return token.output().strip();
    }

    private long endOfMandates() {
        try (var consumer = consumer()) {
            return Objects.requireNonNull(consumer.endOffsets(List.of(MANDATES)).get(MANDATES));
        }
    }

    /** Returns the events from an offset that arrive within a time; offsets start at 0, sequences at 1. */
    private List<ConsumerRecord<String, String>> mandatesAfter(long offset, Duration time) {
        var events = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = consumer()) {
            consumer.assign(List.of(MANDATES));
            consumer.seek(MANDATES, offset);
            var deadline = Instant.now().plus(time);
            while (Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(200)).forEach(events::add);
            }
        }
        return events;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", suite.kafka()), new StringDeserializer(), new StringDeserializer());
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
