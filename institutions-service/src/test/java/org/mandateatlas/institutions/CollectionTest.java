package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Reading collections: pages, filters, search, fields and forms. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class CollectionTest {

    @Inject
    @SuppressWarnings("NullAway.Init")
    AgroalDataSource database;

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Functions.awaitReplicated();
    }

    @Test
    void pagesGoOnToTheEndAndNeverShift() {
        var before = given().get("/v1/sources.ndjson?fields=id")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(line -> DocumentJson.stored(line).get("id").textValue())
                .toList();
        var seen = new ArrayList<String>();
        var next = "/v1/sources?limit=7";
        while (next != null) {
            var page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            next = page.getString("next");
            if (seen.size() == 7) {
                Api.create("sources/aaa-" + java.util.UUID.randomUUID(), Samples.source("Made for a test"));
            }
        }

        assertEquals(before, seen);
    }

    /** Its instant lies before the one that is asked for, and its commit behind the first page. */
    @Test
    void whatIsStillBeingWrittenTurnsUpOnNoFurtherPage() throws Exception {
        var id = "aab-" + java.util.UUID.randomUUID();
        CompletableFuture<Response> write;
        String next;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table revision in share mode"); // reads are possible, the write waits
            write = CompletableFuture.supplyAsync(() -> Api.curator()
                    .header("If-None-Match", "*")
                    .body(Samples.source("Made for a test"))
                    .put("/v1/sources/" + id));
            awaitWaitingWrite();
            next = given().get("/v1/sources?limit=1&knownAt=" + Instant.now())
                    .jsonPath()
                    .getString("next");
            connection.rollback();
        }
        write.get().then().statusCode(201);

        assertTrue(!ids(next.replace("limit=1", "limit=500")).contains(id));
        assertTrue(ids("/v1/sources?limit=500").contains(id));
    }

    /** Waits until a write has its instant and waits for the table of revisions. */
    private void awaitWaitingWrite() throws SQLException, InterruptedException {
        var waiting = false;
        while (!waiting) {
            try (var connection = database.getConnection();
                    var rows = connection
                            .createStatement()
                            .executeQuery(
                                    "select 1 from pg_locks where not granted and relation = 'revision'::regclass")) {
                waiting = rows.next();
            }
            Thread.sleep(10);
        }
    }

    @Test
    void aCursorBelongsToItsQuestion() {
        var next = given().get("/v1/mandates?limit=2&force=binding").jsonPath().getString("next");

        given().urlEncodingEnabled(false)
                .get(next.replace("force=binding", "force=non-binding"))
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("cursor"));
    }

    @Test
    void theTotalIsToldWhenAsked() {
        Api.read("mandates?limit=1").body("total", equalTo(null));
        Api.read("mandates?limit=1&withTotal=true").body("total", greaterThan(100));
    }

    @Test
    void institutionsAreFoundByKindStatusAndRelation() {
        Api.read("institutions?unStatus=outside&validAt=2004-12-31").body("items.id", hasItem("iom"));
        Api.read("institutions?unStatus=outside&validAt=2020-01-01").body("items.id", not(hasItem("iom")));
        Api.read("institutions?unStatus=related-organization&validAt=2020-01-01")
                .body("items.id", hasItem("iom"));
        Api.read("institutions?kind=special-procedure")
                .body("items.kind", everyItem(equalTo("special-procedure")))
                .body("items", hasSize(greaterThan(0)));
        Api.read("institutions?relatedTo=un-general-assembly&validAt=2004-12-31")
                .body("items.id", hasItem("iom"));
        Api.read("institutions?relatedTo=un-general-assembly&validAt=2020-12-31")
                .body("items.id", not(hasItem("iom")));
        Api.read("institutions?status=ended")
                .body("items.id", hasItem("commission-on-human-rights"))
                .body("items.status", everyItem(equalTo("ended")));
        Api.read("institutions?status=current&status=ended&limit=500")
                .body("items.id", hasItems("commission-on-human-rights", "iom"));
    }

    @Test
    void mandatesAreFoundByWhatTheyAre() {
        Api.read("mandates?institution=iom&institution=ilo&limit=500")
                .body("items.institution", everyItem(org.hamcrest.Matchers.oneOf("iom", "ilo")));
        Api.read("mandates?function=coordination")
                .body("items.functions", everyItem(hasItem("coordination")))
                .body("items", hasSize(greaterThan(0)));
        Api.read("mandates?population=refugees")
                .body("items.populations", everyItem(hasItem("refugees")))
                .body("items", hasSize(greaterThan(0)));
        Api.read("mandates?authority=constitution")
                .body("items.authority", everyItem(equalTo("constitution")))
                .body("items", hasSize(greaterThan(4)));
        Api.read("mandates?instrument=iom-constitution")
                .body("items.instrument", everyItem(equalTo("iom-constitution")))
                .body("items", hasSize(greaterThan(4)));
        Api.read("mandates?force=binding&institution=iom")
                .body("items.force", everyItem(equalTo("binding")))
                .body("items", hasSize(greaterThan(4)));
        Api.read("mandates?hasReviewClause=true")
                .body("items.review.clause", everyItem(equalTo(true)))
                .body("items", hasSize(greaterThan(4)));
        Api.read("mandates?source=newland-2004&institution=wto").body("items", hasSize(greaterThan(0)));
    }

    @Test
    void instrumentsAreFoundByKindForceAndSupervisor() {
        Api.read("instruments?inForceAt=2003-07-01&limit=500").body("items.id", hasItem("icrmw"));
        Api.read("instruments?inForceAt=2003-06-30&limit=500").body("items.id", not(hasItem("icrmw")));
        Api.read("instruments?supervisedBy=committee-on-migrant-workers").body("items.id", hasItem("icrmw"));
        Api.read("instruments?kind=declaration")
                .body("items.kind", everyItem(equalTo("declaration")))
                .body("items", hasSize(greaterThan(1)));
    }

    @Test
    void searchFoldsAccentsApostrophesAndAcronyms() {
        Api.create("institutions/c-office", Samples.institution("L'Office français d'immigration"));
        Api.create("institutions/c-acronym", Samples.institution("I.C.M.P.D."));

        for (var q : List.of("office", "l'office", "L’Office", "loffice", "francais", "FRANÇAIS immig", "c-office")) {
            Api.read("institutions?q=" + q).body("items.id", hasItem("c-office"));
        }
        for (var q : List.of("icmpd", "I.C.M.P.D.", "ICM")) {
            Api.read("institutions?q=" + q).body("items.id", hasItem("c-acronym"));
        }
    }

    @Test
    void aNameWithAHyphenIsFoundJoinedAndTheReverse() {
        Api.create("institutions/c-joined", Samples.institution("UNQWERTY programme"));
        Api.create("institutions/c-hyphen", Samples.institution("UN-Qwerty fund"));
        for (var q : List.of("un-qwerty", "unqwerty", "un/qwerty", "UN‑QWERT")) {
            Api.read("institutions?q=" + q).body("items.id", hasItems("c-joined", "c-hyphen"));
            Api.read("search?collection=institutions&q=" + q).body("items.id", hasItems("c-joined", "c-hyphen"));
        }
    }

    @Test
    void anExactNameComesFirst() {
        Api.read("institutions?q=unhcr").body("items[0].id", equalTo("unhcr"));
        Api.read("institutions?q=ILO").body("items[0].id", equalTo("ilo"));
        Api.read("institutions?q=iom").body("items[0].id", equalTo("iom"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"international organization", "commission on human rights", "l'office", "u.n.h.c.r.", "refugee"})
    void anotherLetterNeverAddsAResult(String text) {
        @Nullable Set<String> before = null;
        for (var length = 1; length <= text.length(); length++) {
            if (text.substring(0, length).chars().noneMatch(Character::isLetterOrDigit)) {
                continue;
            }
            var typed = text.substring(0, length).replace(' ', '+');
            Set<String> found = new HashSet<>(ids("/v1/institutions?limit=500&q=" + typed));
            if (before != null) {
                assertTrue(before.containsAll(found), "more for " + text.substring(0, length));
            }
            before = found;
        }
    }

    @Test
    void onlyTheFieldsAskedForAreGiven() {
        Api.read("mandates?institution=iom&fields=id,title").body("items[0].keySet()", equalTo(Set.of("id", "title")));
        Api.read("institutions/iom?fields=name,status").body("keySet()", equalTo(Set.of("name", "status")));
    }

    @Test
    void allOfACollectionComesAsLinesOrRows() {
        var count = ids("/v1/mandates?limit=500").size();

        var lines = given().accept("application/x-ndjson")
                .get("/v1/mandates")
                .then()
                .statusCode(200)
                .contentType(containsString("application/x-ndjson"))
                .extract()
                .asString()
                .split("\n");
        var rows = given().accept("text/csv")
                .get("/v1/mandates?fields=id,institution,functions")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString()
                .split("\r\n");

        assertEquals(count, lines.length);
        assertTrue(lines[0].startsWith("{\"id\":"));
        assertEquals(count + 1, rows.length);
        assertEquals("id,institution,functions", rows[0]);
    }

    @Test
    void aCsvExportIsGuardedUnlessItIsRequestedRaw() {
        Api.create("institutions/formula", Samples.institution("=HYPERLINK(1)"));
        var path = "/v1/institutions.csv?fields=id,name&q=hyperlink";

        given().get(path).then().statusCode(200).body(equalTo("id,name\r\nformula,\"'=HYPERLINK(1)\"\r\n"));
        given().get(path + "&csv=raw").then().body(equalTo("id,name\r\nformula,\"=HYPERLINK(1)\"\r\n"));
        given().get(path + "&csv=bom").then().body(equalTo("\uFEFFid,name\r\nformula,\"'=HYPERLINK(1)\"\r\n"));
        given().get(path + "&csv=xls").then().statusCode(400).body("violations[0].parameter", equalTo("csv"));
        given().get("/v1/institutions?csv=raw").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "lodzi, Uniwersytet Łodzi",
        "orsted, Ørsted",
        "dai hoc, Đại học",
        "unhabitax, UN-HABITAX",
        "un-habitax, UN-HABITAX",
        "srsgcaax, SRSG/CAAX",
        "移民, 国际移民组织",
        "住機, 国際移住機関",
        "ประเทศ, องค์การระหว่างประเทศ"
    })
    void namesAreFoundFoldedFusedAndByAnyPart(String q, String name) {
        var id = "found-" + Integer.toUnsignedString(name.hashCode());
        Api.curator()
                .header("If-None-Match", "*")
                .body(Samples.institution(name))
                .put("/v1/institutions/" + id);

        given().queryParam("q", q)
                .get("/v1/institutions")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        given().queryParam("q", q).get("/v1/search").then().statusCode(200).body("items.id", hasItem(id));
        given().queryParam("q", name).get("/v1/search").then().statusCode(200).body("items[0].id", equalTo(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "APPLICATION/X-NDJSON                  | application/x-ndjson",
                "application/x-ndjson;q=1              | application/x-ndjson",
                "text/html, Text/Csv;q=0.9             | text/csv",
                "text/*                                | text/csv",
                "application/json, text/csv            | application/json",
                "text/csv;q=0.1, application/json      | application/json",
                "*/*                                   | application/json"
            })
    void theFormThatIsPreferredIsChosenWhateverItsSpelling(String accept, String type) {
        given().header("Accept", accept)
                .get("/v1/mandates?limit=2")
                .then()
                .statusCode(200)
                .contentType(containsString(type));
    }

    @Test
    void aLimitedListOfLinesNamesTheNextPage() {
        given().accept("application/x-ndjson")
                .get("/v1/mandates?limit=2")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"institutions", "mandates", "instruments", "sources"})
    void anExportIsTheCollectionInItsOwnMediaType(String collection) {
        for (var type :
                Map.of("ndjson", "application/x-ndjson", "csv", "text/csv").entrySet()) {
            var query = "?validAt=2004-12-31&q=migration";
            var negotiated = given().accept(type.getValue())
                    .get("/v1/" + collection + query)
                    .then();
            given().accept("*/*")
                    .get("/v1/" + collection + "." + type.getKey() + query)
                    .then()
                    .statusCode(200)
                    .contentType(containsString(type.getValue()))
                    .body(equalTo(negotiated.extract().asString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandates.ndjson", "mandates.csv"})
    void theLinkOfALimitedExportLeadsToTheRest(String export) {
        var link = given().get("/v1/" + export + "?limit=2&fields=id")
                .then()
                .statusCode(200)
                .extract()
                .header("Link");
        var next = link.substring(1, link.indexOf('>'));
        assertTrue(next.contains("/v1/" + export + "?"), next);
        var page = given().get("/v1/" + export + "?limit=4&fields=id")
                .then()
                .extract()
                .asString()
                .lines()
                .toList();
        var rest = given().get(next)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        assertEquals(page.subList(page.size() - 2, page.size()), rest.subList(rest.size() - 2, rest.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"include=referenceNames", "withTotal=true"})
    void anExportRefusesWhatOnlyAPageHas(String parameter) {
        given().get("/v1/mandates.csv?" + parameter).then().statusCode(400);
        given().accept("application/x-ndjson")
                .get("/v1/mandates?" + parameter)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandates.xml", "mandates.graphml", "mandates.", "nothing.csv"})
    void otherSuffixesAreNotFound(String path) {
        given().get("/v1/" + path).then().statusCode(404);
    }

    /** Returns the ids of the page at the path and of all pages after it. */
    private static List<String> ids(String path) {
        var ids = new ArrayList<String>();
        var next = path;
        while (next != null) {
            var page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id", String.class));
            next = page.getString("next");
        }
        return ids;
    }
}
