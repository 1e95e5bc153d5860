package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Writing documents: conditions, versions, history and both times, read back over HTTP. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class WritingTest {

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Functions.awaitReplicated();
    }

    @Test
    void aNewDocumentIsReadBackAsWritten() {
        Api.create("institutions/w-new", Samples.institution("New body"))
                .header("ETag", "\"1\"")
                .header("Location", endsWith("/v1/institutions/w-new"));

        Api.read("institutions/w-new")
                .header("ETag", "\"1\"")
                .body("name", equalTo("New body"))
                .body("abbreviation", nullValue())
                .body("status", equalTo("current"))
                .body("version", equalTo(1))
                .body("figures", hasSize(0))
                .body("validity.to", nullValue());
    }

    @Test
    void aDocumentMayBeSentBackAsItWasRead() {
        Api.create("institutions/w-back", Samples.institution("Sent back"));
        var read = given().get("/v1/institutions/w-back").asString();

        Api.replace("institutions/w-back", read).header("ETag", "\"1\"");

        Api.read("institutions/w-back/history").body("items", hasSize(1));
    }

    @Test
    void aStaleWriteIsRefusedAndTheFirstOneStays() {
        Api.create("institutions/w-stale", Samples.institution("First"));
        Api.curator()
                .header("If-Match", "\"1\"")
                .body(Samples.institution("Second"))
                .put("/v1/institutions/w-stale")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        Api.curator()
                .header("If-Match", "\"1\"")
                .body(Samples.institution("Third"))
                .put("/v1/institutions/w-stale")
                .then()
                .statusCode(412);

        Api.read("institutions/w-stale").body("name", equalTo("Second"));
    }

    @Test
    void aBodyOfAnEarlierVersionMayBeSentBackToo() {
        Api.create("institutions/w-earlier-body", Samples.institution("First"));
        var first = given().get("/v1/institutions/w-earlier-body").asString();
        Api.replace("institutions/w-earlier-body", Samples.institution("Second"));

        Api.replace("institutions/w-earlier-body", first)
                .header("ETag", "\"3\"")
                .body("name", equalTo("First"));

        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/institutions/w-earlier-body")
                .then()
                .statusCode(204);
        Api.create("institutions/w-earlier-body", first).header("ETag", "\"5\"");
    }

    @Test
    void namesMayChangeWhileTheReadOnlyNameIsSentBack() {
        Api.create("institutions/w-renamed", Samples.institution("Before"));
        var read = given().get("/v1/institutions/w-renamed").asString();

        Api.replace("institutions/w-renamed", read.replace("\"value\":\"Before\"", "\"value\":\"After\""))
                .body("name", equalTo("After"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"New\"}",
                "{\"name\": null}",
                "{\"abbreviation\": \"N\"}",
                "{\"version\": 99}",
                "{\"version\": null}",
                "{\"version\": \"1\"}",
                "{\"recordedAt\": \"2004-12-31T00:00:00Z\"}",
                "{\"status\": \"ended\"}",
                "{\"status\": null}",
                "{\"summary\": \"Changed.\", \"status\": \"planned\"}"
            })
    void aPatchOfAReadOnlyFieldIsRefusedAtItsPlace(String patch) {
        var path = "institutions/w-read-only-" + Integer.toUnsignedString(patch.hashCode());
        Api.create(path, Samples.institution("Read-only"));
        var field = patch.replaceAll(".*\"(name|abbreviation|version|recordedAt|status)\".*", "$1");

        Api.curator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/" + path)
                .then()
                .statusCode(422)
                .body("violations", hasSize(1))
                .body("violations[0].pointer", equalTo("/" + field))
                .body("violations[0].detail", startsWith("is read-only: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"version\": 99",
                "\"version\": 2",
                "\"recordedAt\": \"2004-12-31T00:00:00Z\"",
                "\"status\": \"ended\"",
                "\"name\": \"Another\""
            })
    void aPutWithAnotherValueOfAReadOnlyFieldIsRefusedAtItsPlace(String field) {
        var body = "{" + field + ", " + Samples.institution("Sent").substring(1);
        var place = "/" + field.substring(1, field.indexOf('"', 1));

        Api.curator()
                .header("If-None-Match", "*")
                .body(body)
                .put("/v1/institutions/w-never")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains(place));
        Api.read("institutions/w-never", 404);
    }

    @Test
    void aPatchMayRepeatReadOnlyFields() {
        Api.create("institutions/w-repeated", Samples.institution("Repeated"));
        var read = given().get("/v1/institutions/w-repeated").asString();

        Api.curator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body(read.replace("Made for a test.", "Changed."))
                .patch("/v1/institutions/w-repeated")
                .then()
                .statusCode(200)
                .body("summary", equalTo("Changed."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"validAt=2004-12-31", "fields=id,names", "knownAt=%s", "validAt=2004-12-31&knownAt=%s"})
    void theEtagOfAViewIsNoPreconditionOfAWrite(String view) {
        var path = "institutions/w-view-" + Math.abs(view.hashCode());
        Api.create(path, Samples.institution("Viewed"));
        String recorded = Api.read(path).extract().path("recordedAt");
        var tag = Api.read(path + "?" + view.formatted(recorded)).extract().header("ETag");

        Api.curator()
                .header("If-Match", tag)
                .body(Samples.institution("Lost"))
                .put("/v1/" + path)
                .then()
                .statusCode(412)
                .body("detail", containsString("the ETag \"1\""));

        Api.curator()
                .header("If-Match", Api.read(path).extract().header("ETag"))
                .body(Samples.institution("Kept"))
                .put("/v1/" + path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990\", \"to\": \"1995", "2999"})
    void theEtagOfADocumentThatIsNotCurrentIsAPrecondition(String period) {
        var path = "institutions/w-period-" + period.length();
        Api.create(
                path,
                Samples.institution("Not current")
                        .replace("{\"from\": \"1990\"},\n", "{\"from\": \"" + period + "\"},\n"));
        var tag = Api.read(path).extract().header("ETag");

        Api.curator()
                .header("If-Match", tag)
                .body(Samples.institution("Current"))
                .put("/v1/" + path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        given().header("If-None-Match", tag).get("/v1/" + path).then().statusCode(200);
    }

    @Test
    void anUnchangedDocumentIsNotSentAgain() {
        given().header("If-None-Match", "\"1\"")
                .get("/v1/sources/newland-2004")
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"");
        given().header("If-None-Match", "\"7\"")
                .get("/v1/sources/newland-2004")
                .then()
                .statusCode(200);
    }

    @Test
    void aMergePatchChangesOnlyWhatItNames() {
        Api.create("mandates/w-patched", Samples.mandate("iom", "Before"));

        Api.curator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"title\": \"After\", \"validity\": {\"from\": null}}")
                .patch("/v1/mandates/w-patched")
                .then()
                .statusCode(200)
                .body("title", equalTo("After"))
                .body("validity.from", nullValue())
                .body("text", equalTo("Made for a test."));
    }

    @Test
    void aMergePatchMayBeSentAsJson() {
        Api.create("mandates/w-patched-json", Samples.mandate("iom", "Before"));

        Api.curator()
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"title\": \"After\"}")
                .patch("/v1/mandates/w-patched-json")
                .then()
                .statusCode(200)
                .body("title", equalTo("After"))
                .body("text", equalTo("Made for a test."));
    }

    @Test
    void aPatchOfAnotherMediaTypeIsToldWhichOnesThereAre() {
        Api.curator()
                .contentType("application/json-patch+json")
                .header("If-Match", "*")
                .body("[]")
                .patch("/v1/mandates/iom-organized-transfer")
                .then()
                .statusCode(415)
                .header("Accept-Patch", "application/merge-patch+json, application/json");
    }

    @Test
    void aProblemHasAnAbsoluteTypeAndThePathOfItsRequest() {
        var server = "http://(localhost|127\\.0\\.0\\.1):" + RestAssured.port;
        for (var path : List.of("/v1/mandates/nobody", "/v1/mandates/Bad%20Id", "/v1/nothing/here")) {
            given().urlEncodingEnabled(false)
                    .get(path + "?validAt=2004-12-31")
                    .then()
                    .body("type", matchesPattern(server + "/problems/[a-z-]+"))
                    .body("instance", equalTo(path));
        }
        Api.create("institutions/w-location", Samples.institution("Located"))
                .header("Location", matchesPattern(server + "/v1/institutions/w-location"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Change-Note* | UTF-8''Gen%C3%A8ve%20%E2%80%93%20agreed | Genève – agreed",
                "Change-Note* | utf-8'fr'Gen%c3%a8ve | Genève",
                "Change-Note  | UTF-8''%D0%96%D0%B5%D0%BD%D0%B5%D0%B2%D0%B0 | Женева",
                "Change-Note  | 100%25 UTF-8 | 100%25 UTF-8",
                "Change-Note* | UTF-8''a+b | a+b"
            })
    void aNoteMayBeEncodedInAscii(String header, String value, String note) {
        var id = "w-note-" + Math.abs(value.hashCode());
        Api.curator()
                .header("If-None-Match", "*")
                .header(header, value)
                .body(Samples.institution("Noted"))
                .put("/v1/institutions/" + id)
                .then()
                .statusCode(201);

        Api.read("institutions/" + id + "/history").body("items[0].note", equalTo(note));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Change-Note* | Agreed",
                "Change-Note* | ISO-8859-1''Gen%E8ve",
                "Change-Note* | UTF-8''Gen%E8ve",
                "Change-Note* | UTF-8''50%",
                "Change-Note* | UTF-8''two words",
                "Change-Note* | UTF-8''%00",
                "Change-Note* | UTF-8''%0A",
                "Change-Note  | UTF-8''%FF"
            })
    void aMalformedNoteIsRefused(String header, String value) {
        Api.curator()
                .header("If-None-Match", "*")
                .header(header, value)
                .body(Samples.institution("Noted"))
                .put("/v1/institutions/w-malformed")
                .then()
                .statusCode(400)
                .body("violations[0].header", equalTo(header));
        given().get("/v1/institutions/w-malformed").then().statusCode(404);
    }

    @Test
    void theOldHolderOfAMovedMandateIsKnownBefore() {
        Api.create("mandates/w-moved", Samples.mandate("iom", "Moved"));
        var recorded = Api.read("mandates/w-moved").extract().path("recordedAt");
        Api.curator()
                .header("If-Match", "\"1\"")
                .header("Change-Note", "Agreed in Geneva")
                .body(Samples.mandate("unhcr", "Moved"))
                .put("/v1/mandates/w-moved")
                .then()
                .statusCode(200);

        Api.read("mandates/w-moved").body("institution", equalTo("unhcr"));
        Api.read("mandates/w-moved?knownAt=" + recorded).body("institution", equalTo("iom"));
        Api.read("mandates/w-moved/versions/1").body("institution", equalTo("iom"));
        Api.read("mandates?institution=iom&q=moved").body("items.id", not(hasItem("w-moved")));
        Api.read("mandates?institution=iom&q=moved&knownAt=" + recorded).body("items.id", hasItem("w-moved"));
        Api.read("mandates/w-moved/history")
                .body("items.change", contains("established", "transferred"))
                .body("items[1].note", equalTo("Agreed in Geneva"))
                .body("items[1].actor", equalTo("ada"))
                .body("items[1].patch.find { it.path == '/institution' }.value", equalTo("unhcr"));
    }

    @Test
    void anEndRequiresASourceForTheEnd() {
        Api.create("mandates/w-end", Samples.mandate("iom", "Ends"));
        refusesEnd(Api.curator()
                .header("If-Match", "*")
                .body(ended(Samples.mandate("iom", "Ends"), "2010", null))
                .put("/v1/mandates/w-end"));
        refusesEnd(Api.curator()
                .header("If-Match", "*")
                .header("Change-Kind", "correction")
                .contentType("application/merge-patch+json")
                .body("{\"validity\": {\"to\": \"2010\"}}")
                .patch("/v1/mandates/w-end"));
        Api.read("mandates/w-end").body("version", equalTo(1));

        Api.replace("mandates/w-end", ended(Samples.mandate("iom", "Ends"), "2010", "line 3"));
        refusesEnd(Api.curator()
                .header("If-Match", "*")
                .body(ended(Samples.mandate("iom", "Ends"), "2011", "line 3"))
                .put("/v1/mandates/w-end"));
        Api.curator()
                .header("If-Match", "*")
                .header("Change-Kind", "correction")
                .body(ended(Samples.mandate("iom", "Ends"), "2010-06", "line 3"))
                .put("/v1/mandates/w-end")
                .then()
                .statusCode(200);
        Api.read("mandates/w-end/history").body("items.change", contains("established", "ended", "corrected"));
    }

    private static void refusesEnd(Response response) {
        response.then()
                .statusCode(422)
                .body("type", endsWith("/problems/rule-violated"))
                .body("violations.pointer", contains("/validity/to"));
    }

    /** Returns the mandate with an end and, unless the locator is null, a citation for it. */
    private static String ended(String mandate, String to, @Nullable String locator) {
        var tree = DocumentJson.stored(mandate);
        tree.withObjectProperty("validity").put("to", to);
        if (locator != null) {
            tree.withArrayProperty("citations")
                    .addObject()
                    .put("source", "newland-2004")
                    .put("locator", locator);
        }
        return DocumentJson.write(tree);
    }

    @Test
    void theWriterSaysWhetherTheWorldChangedOrTheRecordWasWrong() {
        Api.create("mandates/w-words", Samples.mandate("iom", "Words"));
        Api.replace("mandates/w-words", Samples.mandate("iom", "Words, amended"));
        Api.replace("mandates/w-words", ended(Samples.mandate("iom", "Words, amended"), "2010", "line 3"));
        Api.curator()
                .header("If-Match", "*")
                .header("Change-Kind", "correction")
                .body(Samples.mandate("ilo", "Words, put right"))
                .put("/v1/mandates/w-words")
                .then()
                .statusCode(200);
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/mandates/w-words")
                .then()
                .statusCode(204);
        Api.create("mandates/w-words", Samples.mandate("ilo", "Words again")).header("ETag", "\"6\"");

        Api.read("mandates/w-words/history")
                .body("items.change", contains("established", "amended", "ended", "corrected", "retracted", "restored"))
                .body("items.correction", contains(false, false, false, true, false, false))
                .body("items[2].effective", equalTo("2010"));
    }

    @Test
    void aRetractedDocumentIsGoneButWasKnown() {
        Api.create("institutions/w-gone", Samples.institution("Gone"));
        var recorded = Api.read("institutions/w-gone").extract().path("recordedAt");

        Api.curator()
                .header("If-Match", "\"1\"")
                .delete("/v1/institutions/w-gone")
                .then()
                .statusCode(204);

        Api.read("institutions/w-gone", 410)
                .header("Atlas-Position", containsString("institution:"))
                .body("type", endsWith("/problems/gone"));
        Api.read("institutions/w-gone?knownAt=" + recorded);
        Api.read("institutions?q=gone").body("items.id", not(hasItem("w-gone")));
        Api.read("institutions?q=gone&knownAt=" + recorded).body("items.id", hasItem("w-gone"));
        Api.create("mandates/w-of-gone", Samples.mandate("iom", "x"));
        Api.curator()
                .header("If-Match", "*")
                .body(Samples.mandate("w-gone", "x"))
                .put("/v1/mandates/w-of-gone")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/institution"));
    }

    @Test
    void whatIsReferredToIsRetractedOnlyAfterThoseWhoRefer() {
        Api.create("institutions/w-held", Samples.institution("Held"));
        Api.create("mandates/w-holds", Samples.mandate("w-held", "Holds"));

        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/institutions/w-held")
                .then()
                .statusCode(409)
                .body("violations.detail", hasItem(containsString("'w-holds'")));
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/mandates/w-holds")
                .then()
                .statusCode(204);
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/institutions/w-held")
                .then()
                .statusCode(204);
    }

    @Test
    void ofManyWritersAtOnceOneWins() throws Exception {
        Api.create("institutions/w-race", Samples.institution("Start"));
        try (var writers = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> attempts = java.util.stream.IntStream.range(0, 24)
                    .mapToObj(i -> (Callable<Integer>) () -> Api.curator()
                            .header("If-Match", "\"1\"")
                            .body(Samples.institution("Writer " + i))
                            .put("/v1/institutions/w-race")
                            .statusCode())
                    .toList();
            var statuses = new java.util.ArrayList<Integer>();
            for (var attempt : writers.invokeAll(attempts)) {
                statuses.add(attempt.get());
            }

            assertEquals(1, statuses.stream().filter(status -> status == 200).count());
            assertEquals(23, statuses.stream().filter(status -> status == 412).count());
        }
    }

    /** Its commit may be under way with an instant before the one that is asked for. */
    @Test
    void aResponseThatAWriteUnderWayCanStillChangeIsNotImmutable() {
        Api.create("institutions/w-settled", Samples.institution("Settled"));
        var pinned = "institutions/w-settled?validAt=2004-12-31&knownAt=" + Instant.now();
        Api.read(pinned).header("Cache-Control", "no-cache");

        Api.create("institutions/w-settling", Samples.institution("Settling"));

        Api.read(pinned).header("Cache-Control", containsString("immutable"));
    }

    @Test
    void aResponseAtBothTimesIsImmutable() {
        Api.create("institutions/w-pinned", Samples.institution("Pinned"));
        var recorded = Api.read("institutions/w-pinned")
                .header("Cache-Control", "no-cache")
                .extract()
                .path("recordedAt");

        Api.read("institutions/w-pinned?validAt=2004-12-31&knownAt=" + recorded)
                .header("Cache-Control", containsString("immutable"));
    }

    @Test
    void aMandateKnowsItsEarlierHolders() {
        Api.create(
                "mandates/w-earlier",
                Samples.mandate("human-rights-council", "Earlier")
                        .replace(
                                "\"force\"",
                                "\"earlierHolders\": [{\"institution\": \"commission-on-human-rights\", \"validity\": {\"to\": \"2006-06-16\"},"
                                        + " \"citations\": [{\"source\": \"newland-2004\"}]}], \"force\""));

        Api.read("mandates/w-earlier?validAt=2005-01-01").body("institution", equalTo("commission-on-human-rights"));
        Api.read("mandates/w-earlier?validAt=2007-01-01").body("institution", equalTo("human-rights-council"));
        Api.read("mandates?q=earlier&institution=commission-on-human-rights&validAt=2005-01-01")
                .body("items.id", hasItem("w-earlier"));
        Api.read("mandates?q=earlier&institution=human-rights-council&validAt=2005-01-01")
                .body("items.id", not(hasItem("w-earlier")));
        Api.read("mandates?q=earlier&institution=human-rights-council").body("items.id", hasItem("w-earlier"));
    }
}
