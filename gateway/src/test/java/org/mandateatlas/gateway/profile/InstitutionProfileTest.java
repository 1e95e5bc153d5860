package org.mandateatlas.gateway.profile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(WithoutCache.class)
class InstitutionProfileTest {

    private static final String IOM = "/v1/institutions/iom/profile";

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    OwnedDocuments documents;

    @BeforeEach
    void iomIsKnown() {
        documents = new OwnedDocuments(
                        owner, "institutions", "mandates", "instruments", "capacities", "processes", "participations")
                .with("institutions", """
                        {"id":"iom","name":"International Organization for Migration","kind":"intergovernmental-organization",
                         "names":[{"kind":"official","value":"International Organization for Migration","language":"en",
                                   "validity":{"from":"1989-11-14","to":null},"citations":[]}],
                         "relations":[{"type":"observer-of","institution":"un-general-assembly",
                                       "validity":{"from":"1992","to":"2016-09-18"},"citations":[]}],
                         "validity":{"from":"1951-12","to":null}}""")
                .naming("institution", "un-general-assembly", "United Nations General Assembly")
                .naming("instrument", "iom-constitution", "Constitution of IOM")
                .timeline("iom", "1951-12", "1989-11-14", "2020")
                .with("mandates", """
                        {"id":"iom-forum","institution":"iom","title":"Forum","functions":["coordination"],
                         "instrument":"iom-constitution","validity":{"from":"1989-11-14","to":"2020"},"citations":[]}""")
                .with("instruments", """
                        {"id":"iom-constitution","title":"Constitution of IOM","kind":"constitution","supervisedBy":"nobody",
                         "validity":{"from":"1953-10-19","to":null}}""")
                .with("capacities", """
                        {"id":"iom-coordination","institution":"iom","function":"coordination","level":"marginal",
                         "validity":{"from":"2003","to":null}}""")
                .with("processes", """
                        {"id":"berne-initiative","name":"Berne Initiative","abbreviation":null,"kind":"consultation",
                         "summary":"Talks","strengths":[],"validity":{"from":"2001","to":"2004"}}""")
                .with("participations", """
                        {"id":"berne-iom","process":"berne-initiative","institution":"iom","role":"secretariat",
                         "text":"Ran it","validity":{"from":"2001","to":"2004"},"citations":[{"source":"newland-2004"}]}""")
                .at("/v1/coverage/institutions/iom", 200, """
                        {"validAt":"2004-12-31","functions":[
                          {"id":"coordination","name":"Coordination","cell":{"state":"mandated-and-performed"}},
                          {"id":"enforcement","name":"Enforcement","cell":{"state":"empty"}}]}""");
    }

    @Test
    void aProfileHasAllThatTheRegistryHoldsAboutAnInstitution() {
        profile("?validAt=2004-12-31")
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-cache")
                .header("Atlas-Position", OwnedDocuments.POSITION)
                .body("position", equalTo(OwnedDocuments.POSITION))
                .body("validAt", equalTo("2004-12-31"))
                .body("knownAt", nullValue())
                .body("institution.name", equalTo("International Organization for Migration"))
                .body("mandates.id", contains("iom-forum"))
                .body("capacities.level", contains("marginal"))
                .body("coverage.validAt", equalTo("2004-12-31"))
                .body("coverage.functions.id", contains("coordination", "enforcement"))
                .body("coverage.functions[0].cell.state", equalTo("mandated-and-performed"))
                .body("processes[0].name", equalTo("Berne Initiative"))
                .body("participations[0].id", equalTo("berne-iom"))
                .body("participations[0].role", equalTo("secretariat"))
                .body("participations[0].citations", hasSize(1))
                .body("instruments.restsOn.id", contains("iom-constitution"))
                .body("instruments.supervises", hasSize(0))
                .body("missing", hasSize(0));
    }

    @Test
    void theDocumentsOfAProfileAreLinkedDataOnRequest() {
        var linked = given().accept("application/ld+json").get(IOM + "?validAt=2004-12-31");
        assertTrue(linked.headers().getValues("Vary").contains("Accept"), () -> "" + linked.headers());
        linked.then()
                .statusCode(200)
                .contentType("application/ld+json")
                .header("Atlas-Position", OwnedDocuments.POSITION)
                .body("'@context'", endsWith("/context.jsonld"))
                .body(
                        "'@graph'.'@type'",
                        contains("Institution", "Mandate", "Capacity", "Process", "Participation", "Instrument"))
                .body("'@graph'[0].'@id'", endsWith("/id/institutions/iom"))
                .body("'@graph'[1].functions", contains("coordination"));
        profile("").contentType("application/json");
    }

    @Test
    void documentsThatAreReferredToAreNamedOnce() {
        profile("")
                .body("names.institutions.'un-general-assembly'", equalTo("United Nations General Assembly"))
                .body("names.instruments.'iom-constitution'", equalTo("Constitution of IOM"))
                .body("institution.referenceNames", nullValue());
    }

    @Test
    void theTimelineIsThatOfTheInstitution() {
        profile("").body("timeline.id", contains("iom-1951-12", "iom-1989-11-14", "iom-2020"));
        assertEquals(List.of("institution=iom&limit=200"), documents.timelineQueries());
    }

    @Test
    void theTimelineEndsWithTheDay() {
        profile("?validAt=2004-12-31&knownAt=2026-01-02T03:04:05Z").statusCode(200);
        assertEquals(
                List.of("institution=iom&knownAt=2026-01-02T03%3A04%3A05Z&to=2004-12-31&limit=200"),
                documents.timelineQueries());
    }

    @Test
    void aLongTimelineGoesOnAtItsNextPage() {
        var dates = IntStream.range(1000, 1450).mapToObj(Integer::toString).toArray(String[]::new);
        documents.timeline("iom", dates);
        var first = profile("").body("missing", hasSize(0)).extract().jsonPath();
        var seen = new ArrayList<String>(first.getList("timeline.id", String.class));
        var next = first.getString("next.timeline");
        while (next != null) {
            var page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            next = page.getString("next");
        }
        assertEquals(Arrays.stream(dates).map(date -> "iom-" + date).toList(), seen);
    }

    @Test
    void aPartWithFurtherItemsHasTheAddressOfItsNextPage() {
        profile("").body("next", anEmptyMap());
        owner.at(
                "/v1/mandates",
                exchange -> OwnedDocuments.answer(exchange, 200, new io.vertx.core.json.JsonObject("""
                                {"next":"http://service:1/v1/mandates?institution=iom&limit=200&cursor=abc","items":[{"id":"a"}]}""")));
        profile("")
                .body("mandates.id", contains("a"))
                .body("next.keySet()", contains("mandates"))
                .body(
                        "next.mandates",
                        equalTo(RestAssured.baseURI + ':' + RestAssured.port
                                + "/v1/mandates?institution=iom&limit=200&cursor=abc"))
                .body("missing", hasSize(0));
    }

    @Test
    void anInstitutionThatIsNotKnownHasNoProfile() {
        documents.at("/v1/institutions/nobody", 404, """
                {"type":"/problems/not-found","title":"","status":404,"detail":"There is no institution 'nobody'.","violations":[]}""");
        given().when()
                .get("/v1/institutions/nobody/profile")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/not-found"))
                .body("detail", equalTo("There is no institution 'nobody'."));
    }

    @Test
    void aPartWhoseOwnerFailsIsNullAndMissing() {
        documents.at("/v1/coverage/institutions/iom", 500, "{}");
        profile("?validAt=1999-01-01")
                .statusCode(200)
                .body("coverage", nullValue())
                .body("mandates", hasSize(1))
                .body("missing", hasSize(1))
                .body("missing[0].part", equalTo("coverage"))
                .body("missing[0].service", equalTo("functions-service"))
                .body("missing[0].collections", contains("coverage"))
                .body("missing[0].problem.status", equalTo(500))
                .body("missing[0].problem.type", endsWith("/problems/internal-error"))
                .body("missing[0].problem.violations", hasSize(0))
                .body("missing[0].lastGood", nullValue());
    }

    @Test
    void theLastGoodCopyStandsInForAPartWhoseOwnerFails() {
        profile("?validAt=1998-01-01").body("missing", hasSize(0));
        documents.at("/v1/participations", 503, "{}");
        profile("?validAt=1998-01-01")
                .statusCode(200)
                .body("participations", hasSize(1))
                .body("missing.part", hasItem("participations"))
                .body("missing[0].problem.type", endsWith("/problems/service-unavailable"))
                .body("missing[0].lastGood.ageSeconds", greaterThanOrEqualTo(0))
                .body("missing[0].lastGood.position", equalTo(OwnedDocuments.POSITION));
    }

    @Test
    void anOwnerThatNeverAnswersIsMissingFromAnAnswerThatComes() {
        var thawed = new CountDownLatch(1);
        owner.at("/v1/coverage/institutions/iom", exchange -> {
            try {
                thawed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        profile("?validAt=1997-01-01")
                .statusCode(200)
                .body("mandates", hasSize(1))
                .body("missing[0].part", equalTo("coverage"));
        thawed.countDown();
    }

    @Test
    void whoeverHasTheAnswerIsTold() {
        String tag = profile("").extract().header("ETag");
        given().header("If-None-Match", "\"other\", W/" + tag)
                .when()
                .get(IOM)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Atlas-Position", OwnedDocuments.POSITION)
                .body(equalTo(""));
        documents.with("mandates", """
                {"id":"iom-new","institution":"iom","title":"New","functions":[],"validity":{"from":"2020","to":null}}""");
        assertNotEquals(
                tag,
                given().header("If-None-Match", tag)
                        .when()
                        .get(IOM)
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("ETag"));
    }

    @Test
    void theHeadIsThatOfTheAnswer() {
        String tag = profile("").extract().header("ETag");
        given().when().head(IOM).then().statusCode(200).header("ETag", tag).body(equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IOM", "a--b", "a%2Fb", "%20", "é"})
    void whatIsNoIdIsRefused(String id) {
        given().urlEncodingEnabled(false)
                .when()
                .get("/v1/institutions/" + id.replace("é", "%C3%A9") + "/profile")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"validAt=2004", "validAt=2004-02-30", "knownAt=yesterday", "fields=id", "validAt=", "limit=5"})
    void whatItDoesNotTakeIsRefused(String query) {
        given().when()
                .get(IOM + '?' + query)
                .then()
                .statusCode(400)
                .body("type", endsWith("/problems/invalid-parameter"))
                .body("violations[0].parameter", equalTo(query.replaceAll("=.*", "")));
    }

    @Test
    void bothTimesReachTheOwners() {
        documents.at("/v1/coverage/institutions/iom", 200, "{\"functions\":[]}");
        var query = new java.util.concurrent.atomic.AtomicReference<String>();
        owner.at("/v1/coverage/institutions/iom", exchange -> {
            query.set(exchange.getRequestURI().getQuery());
            OwnedDocuments.answer(exchange, 200, new io.vertx.core.json.JsonObject());
        });
        profile("?validAt=2004-12-31&knownAt=2026-01-02T03:04:05.678901Z").statusCode(200);
        assertEquals("validAt=2004-12-31&knownAt=2026-01-02T03:04:05.678901Z", query.get());
    }

    private static ValidatableResponse profile(String query) {
        return given().when().get(IOM + query).then().statusCode(200);
    }
}
