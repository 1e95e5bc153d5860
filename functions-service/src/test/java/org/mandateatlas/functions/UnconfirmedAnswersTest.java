package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.functions.capacity.CapacityFixture.aCapacity;
import static org.mandateatlas.functions.function.GovernanceFunctionFixture.aFunction;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Responses about capacities that sources attest for earlier dates only. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class UnconfirmedAnswersTest {

    private static final String FUNCTION = "u-function";
    private static final String LATER = "validAt=2020-01-01&function=" + FUNCTION;

    @BeforeEach
    void createAnAttestedCapacity() throws InterruptedException {
        Institutions.awaitReplicated();
        if (given().get("/v1/capacities/u-silent").statusCode() == 404) {
            Api.create(
                    "functions/" + FUNCTION,
                    aFunction()
                            .called(FUNCTION)
                            .standing("set-aside")
                            .inPlace(90)
                            .from("2006")
                            .until("2020")
                            .json());
            Api.create(
                    "capacities/u-silent",
                    aCapacity()
                            .called("u-silent")
                            .of("unitar")
                            .in(FUNCTION)
                            .at("lead")
                            .from("2007")
                            .attestedUntil("2009")
                            .json());
        }
    }

    @Test
    void untilTheLastAttestationTheFunctionIsFilled() {
        given().get("/v1/coverage?validAt=2009-12-31&function=" + FUNCTION)
                .then()
                .body("setAside.classification", contains("single"))
                .body("setAside[0].leads", contains("unitar"))
                .body("setAside[0].lastAttested", equalTo(null));
    }

    @Test
    void afterItTheFunctionAndTheCellAreUnconfirmedWithTheirSources() {
        var cell = "setAside[0].cells.find { it.institution == 'unitar' }";
        given().get("/v1/coverage?classification=unconfirmed&" + LATER)
                .then()
                .body("setAside.classification", contains("unconfirmed"))
                .body("setAside[0].lastAttested", equalTo("2009"))
                .body("setAside[0].leads", empty())
                .body(cell + ".state", equalTo("unconfirmed"))
                .body(cell + ".level", equalTo("lead"))
                .body(cell + ".lastAttested", equalTo("2009"))
                .body(cell + ".capacities.status", contains("unconfirmed"))
                .body(cell + ".capacities.lastAttested", contains("2009"))
                .body(cell + ".capacities[0].citations.source", contains("newland-2004"))
                .body("totals.setAside.unconfirmed", equalTo(1))
                .body("institutions.find { it.id == 'unitar' }.unconfirmed", contains(FUNCTION))
                .body("institutions.find { it.id == 'unitar' }.performed", empty());
    }

    @Test
    void theCsvHasTheSame() {
        var row = Computed.csv("coverage?institution=unitar&" + LATER).getFirst();
        assertEquals(
                List.of("unconfirmed", "2009", "unconfirmed", "lead", "2009", "u-silent", "newland-2004"),
                List.of(
                                "classification",
                                "functionLastAttested",
                                "state",
                                "level",
                                "lastAttested",
                                "capacities",
                                "sources")
                        .stream()
                        .map(row::get)
                        .toList());
    }

    @Test
    void itIsNoGap() {
        given().get("/v1/coverage/gaps?kind=function&" + LATER).then().body("items", empty());
        given().get("/v1/coverage/gaps?institution=unitar&" + LATER).then().body("items", empty());
        given().get("/v1/coverage/gaps?institution=unitar&includeUnconfirmed=true&" + LATER)
                .then()
                .body("items.kind", contains("mandate"));
    }

    @Test
    void includedItCountsAsPerformed() {
        given().get("/v1/coverage?includeUnconfirmed=true&" + LATER)
                .then()
                .body("setAside.classification", contains("single"))
                .body("setAside[0].leads", contains("unitar"))
                .body("setAside[0].cells.find { it.institution == 'unitar' }.state", equalTo("performed-only"));
        given().get("/v1/coverage/institutions/unitar?validAt=2020-01-01")
                .then()
                .body("institution.unconfirmed", hasItem(FUNCTION))
                .body("institution.performed", not(hasItem(FUNCTION)))
                .body("functions.find { it.id == '" + FUNCTION + "' }.cell.lastAttested", equalTo("2009"));
        given().get("/v1/coverage/institutions/unitar?validAt=2020-01-01&includeUnconfirmed=true")
                .then()
                .body("institution.unconfirmed", not(hasItem(FUNCTION)))
                .body("institution.performed", hasItem(FUNCTION));
    }

    @Test
    void theEndOfAttestationIsNoChange() {
        given().get("/v1/coverage/diff?from=2009-12-31&to=2010-01-01&institution=unitar&function=" + FUNCTION)
                .then()
                .statusCode(200)
                .body("functions", empty());
        given().get("/v1/coverage/diff?from=2006-06-01&to=2020-01-01&institution=unitar&function=" + FUNCTION)
                .then()
                .body("functions[0].cells[0].causes.change", contains("began"))
                .body("functions[0].cells[0].after.state", equalTo("performed-only"));
    }

    @Test
    void anotherAttestationIsAChangeOfKnowledge() {
        Api.create(
                "capacities/u-extended",
                aCapacity()
                        .called("u-extended")
                        .of("unctad")
                        .in(FUNCTION)
                        .at("limited")
                        .attestedUntil("2009")
                        .json());
        var before = Instant.now();
        Api.curator()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"validity\": {\"lastAttested\": \"2024\"}}")
                .patch("/v1/capacities/u-extended")
                .then()
                .statusCode(200);
        var cell = "functions.find { it.id == '" + FUNCTION + "' }.cells.find { it.institution == 'unctad' }";
        given().get("/v1/coverage/diff?from=" + before + "&to=" + Instant.now() + "&validAt=2020-01-01&function="
                        + FUNCTION)
                .then()
                .body(cell + ".before.state", equalTo("unconfirmed"))
                .body(cell + ".after.state", equalTo("performed-only"))
                .body(cell + ".causes.id", everyItem(equalTo("u-extended")));
    }

    @Test
    void aSimulationBeginsWithTheUnconfirmedFunctionAndClosesNoGap() {
        given().contentType("application/json")
                .body("""
                        {"operations": [{"type": "assign-capacity", "institution": "undp", "function": "%s",
                                         "level": "lead"}]}""".formatted(FUNCTION))
                .post("/v1/simulations?validAt=2020-01-01")
                .then()
                .statusCode(200)
                .body("before.setAside.find { it.id == '" + FUNCTION + "' }.classification", equalTo("unconfirmed"))
                .body("after.setAside.find { it.id == '" + FUNCTION + "' }.classification", equalTo("single"))
                .body("before.functions.standing", everyItem(equalTo("starting-point")))
                .body("before.setAside.standing", everyItem(equalTo("set-aside")))
                .body("before.totals.setAside.unconfirmed", greaterThan(0))
                .body("gapsClosed.findAll { it.kind == 'function' }", empty());
    }

    @Test
    void aSimulationMayIncludeThem() {
        given().contentType("application/json")
                .body("{\"operations\": []}")
                .post("/v1/simulations?includeUnconfirmed=true&validAt=2020-01-01")
                .then()
                .statusCode(200)
                .body("before.setAside.find { it.id == '" + FUNCTION + "' }.classification", equalTo("single"));
    }
}
