package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;
import org.mandateatlas.testkit.Tokens;

/** Writing documents in batches, read back over HTTP. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class BatchTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final RestAssuredConfig TEXT = RestAssured.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(NDJSON, ContentType.TEXT));

    @BeforeEach
    void awaitFunctions() throws InterruptedException {
        Functions.awaitReplicated();
    }

    @Test
    void allDocumentsAreWritten() {
        var results = written("sources", source("b-all-1", "One"), source("b-all-2", "Two"));

        assertEquals(List.of("created", "created"), values(results, "result"));
        assertEquals(List.of("b-all-1", "b-all-2"), values(results, "id"));
        assertEquals(List.of(1, 2), values(results, "line"));
        assertEquals(1, results.get(1).getInt("sequence") - results.get(0).getInt("sequence"));
        Api.read("sources/b-all-2")
                .header("ETag", "\"1\"")
                .body("title", equalTo("Two"))
                .body("recordedAt", equalTo(results.get(1).getString("recordedAt")));
        Api.read("sources/b-all-2/history").body("items.actor", hasItem("ada"));
    }

    @Test
    void anEqualDocumentIsUnchangedAndMakesNoRevision() {
        written("sources", source("b-same-1", "One"), source("b-same-2", "Two"));

        var results = written("sources", source("b-same-1", "One"), source("b-same-2", "Changed"));

        assertEquals(List.of("unchanged", "replaced"), values(results, "result"));
        assertEquals(List.of(1, 2), values(results, "version"));
        Api.read("sources/b-same-1/history").body("items", hasSize(1));
        Api.read("sources/b-same-2/history").body("items.change", hasItems("created", "changed"));
    }

    @Test
    void nothingIsWrittenIfALineIsInvalid() {
        rejected("sources", source("b-none-1", "Fine"), source("b-none-2", " "), "no json", "{\"title\": \"No id\"}")
                .body("type", endsWith("/problems/batch-rejected"))
                .body("detail", startsWith("3 of 4 lines"))
                .body("violations.line", equalTo(List.of(2, 3, 4)))
                .body("violations[0].pointer", equalTo("/title"))
                .body("violations[2].pointer", equalTo("/id"));

        Api.read("sources/b-none-1", 404);
    }

    @Test
    void theNameOfTheirPathIsNoId() {
        rejected("sources", source("batch", "No path"))
                .body("violations[0].pointer", equalTo("/id"))
                .body("violations[0].detail", containsString("reserved"));
    }

    @Test
    void documentsOfABatchMayReferToLaterOnes() {
        written(
                "institutions",
                institution(
                        "b-forward-1",
                        "First",
                        "{\"type\": \"part-of\", \"institution\": \"b-forward-2\","
                                + " \"citations\": [{\"source\": \"newland-2004\"}]}"),
                institution("b-forward-2", "Second", ""));

        Api.read("institutions/b-forward-1").body("relations.institution", hasItem("b-forward-2"));
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/institutions/b-forward-2")
                .then()
                .statusCode(409);
    }

    @Test
    void anUnknownReferenceNamesItsLine() {
        rejected("mandates", mandate("b-ref-1", "ilo", "coordination"), mandate("b-ref-2", "b-nobody", "coordination"))
                .body("violations", hasSize(1))
                .body("violations[0].line", equalTo(2))
                .body("violations[0].pointer", equalTo("/institution"))
                .body("violations[0].detail", containsString("b-nobody"));
        rejected("mandates", mandate("b-ref-1", "ilo", "coordination"), mandate("b-ref-2", "ilo", "b-no-function"))
                .body("violations[0].line", equalTo(2))
                .body("violations[0].pointer", equalTo("/functions/0"));
        Api.read("mandates/b-ref-1", 404);
    }

    @Test
    void aLineMayStateTheVersionThatItReplaces() {
        written("sources", source("b-version", "One"));
        written("sources", source("b-version", "Two").replaceFirst("\\{", "{\"version\": 1, "));

        rejected("sources", source("b-version", "Three").replaceFirst("\\{", "{\"version\": 1, "))
                .body("violations[0].pointer", equalTo("/version"))
                .body("violations[0].detail", containsString("at version 2"));
        rejected("sources", source("b-version", "Three").replaceFirst("\\{", "{\"version\": 0, "))
                .body("violations[0].detail", containsString("at version 2"));
        rejected("sources", source("b-version-none", "Three").replaceFirst("\\{", "{\"version\": 1, "))
                .body("violations[0].detail", containsString("does not exist"));
        written("sources", source("b-version-new", "New").replaceFirst("\\{", "{\"version\": 0, "));
        Api.read("sources/b-version").body("title", equalTo("Two"));
    }

    @Test
    void documentsMayBeSentBackAsTheyWereRead() {
        written("sources", source("b-back-1", "One"), source("b-back-2", "Two"));
        var read = given().get("/v1/sources.ndjson?q=b-back").asString().lines().toArray(String[]::new);

        var results = written("sources", read);

        assertTrue(values(results, "id").containsAll(List.of("b-back-1", "b-back-2")));
        assertEquals(Collections.nCopies(read.length, "unchanged"), values(results, "result"));
    }

    @Test
    void aRetractedDocumentIsRestored() {
        written("sources", source("b-restored", "One"));
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/sources/b-restored")
                .then()
                .statusCode(204);

        var results = written("sources", source("b-restored", "One"));

        assertEquals(List.of("created"), values(results, "result"));
        assertEquals(List.of(3), values(results, "version"));
        Api.read("sources/b-restored/history").body("items.change", hasItem("restored"));
    }

    @Test
    void anIdOccursOnce() {
        rejected("sources", source("b-twice", "One"), source("b-twice", "Two"))
                .body("violations[0].line", equalTo(2))
                .body("violations[0].detail", containsString("line 1"));
    }

    @Test
    void aBatchHasAtMostAThousandDocuments() {
        var lines = IntStream.rangeClosed(1, 1001)
                .mapToObj(number -> source("b-many-" + number, "Many"))
                .toArray(String[]::new);

        sent("sources", lines).statusCode(413).body("detail", containsString("1000 documents"));
        var results = written("sources", List.of(lines).subList(0, 1000).toArray(String[]::new));
        assertEquals(1000, results.size());
        Api.read("sources?q=b-many&withTotal=true&limit=1").body("total", equalTo(1000));
    }

    @Test
    void emptyLinesCountAsLines() {
        rejected("sources", source("b-empty", "Fine"), "", "{}").body("violations.line", everyItem(equalTo(3)));
    }

    @Test
    void onlyCuratorsMayWriteABatch() {
        given().config(TEXT)
                .contentType(NDJSON)
                .body(source("b-nobody", "None"))
                .post("/v1/sources/batch")
                .then()
                .statusCode(401);
        Api.read("sources/b-nobody", 404);
    }

    @Test
    void aDocumentMayBeCalledBatch() {
        Api.create("sources/batch", Samples.source("A batch"));
        Api.read("sources/batch").body("title", equalTo("A batch"));
    }

    private static String source(String id, String title) {
        return withId(id, Samples.source(title));
    }

    private static String mandate(String id, String institution, String function) {
        return withId(id, Samples.mandate(institution, "In a batch")).replace("coordination", function);
    }

    private static String institution(String id, String name, String relation) {
        return withId(id, Samples.institution(name)).replaceFirst("\\{", "{\"relations\": [" + relation + "], ");
    }

    private static String withId(String id, String body) {
        return body.replaceFirst("\\{", "{\"id\": \"" + id + "\", ").replace("\n", " ");
    }

    private static ValidatableResponse sent(String collection, String... lines) {
        return given().config(TEXT)
                .auth()
                .oauth2(Tokens.curator())
                .contentType(NDJSON)
                .body(String.join("\n", lines))
                .post("/v1/" + collection + "/batch")
                .then();
    }

    private static ValidatableResponse rejected(String collection, String... lines) {
        return sent(collection, lines).statusCode(422);
    }

    private static List<JsonPath> written(String collection, String... lines) {
        var response =
                sent(collection, lines).statusCode(200).contentType(NDJSON).extract();
        assertEquals(
                Api.read("sources/newland-2004").extract().header("Atlas-Position"), response.header("Atlas-Position"));
        return response.asString().lines().map(JsonPath::new).toList();
    }

    private static List<Object> values(List<JsonPath> results, String field) {
        return results.stream().map(result -> (Object) result.get(field)).collect(Collectors.toList());
    }
}
