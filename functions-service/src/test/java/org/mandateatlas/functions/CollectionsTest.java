package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.mandateatlas.functions.capacity.CapacityFixture.aCapacity;
import static org.mandateatlas.functions.function.GovernanceFunctionFixture.aFunction;
import static org.mandateatlas.functions.model.GovernanceModelFixture.aModel;
import static org.mandateatlas.functions.objective.ObjectiveFixture.anObjective;
import static org.mandateatlas.functions.option.PolicyOptionFixture.anOption;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** The five collections: written, read at both times, filtered and searched. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class CollectionsTest {

    /**
     * A document of a collection, and how it goes on.
     *
     * @param path where it is
     * @param created what it is at first
     * @param ended what it is once it has ended, in 2010
     * @param word a word that a search finds it by
     */
    record Sample(String path, String created, String ended, String word) {

        String collection() {
            return path.substring(0, path.indexOf('/'));
        }

        String id() {
            return path.substring(path.indexOf('/') + 1);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample(
                        "functions/c-weather",
                        aFunction().called("c-weather").named("Xweather").json(),
                        aFunction()
                                .called("c-weather")
                                .named("Xweather")
                                .until("2010")
                                .json(),
                        "xweather"),
                new Sample(
                        "capacities/c-iom",
                        aCapacity().called("c-iom").through("Xscheme").json(),
                        aCapacity()
                                .called("c-iom")
                                .through("Xscheme")
                                .until("2010")
                                .json(),
                        "xscheme"),
                new Sample(
                        "policy-options/c-option",
                        anOption().called("c-option").named("Xoption").json(),
                        anOption()
                                .called("c-option")
                                .named("Xoption")
                                .until("2010")
                                .json(),
                        "xoption"),
                new Sample(
                        "objectives/c-objective",
                        anObjective().called("c-objective").named("Xobjective").json(),
                        anObjective()
                                .called("c-objective")
                                .named("Xobjective")
                                .until("2010")
                                .json(),
                        "xobjective"),
                new Sample(
                        "governance-models/c-model",
                        aModel().called("c-model").named("Xmodel").json(),
                        aModel().called("c-model").named("Xmodel").until("2010").json(),
                        "xmodel"));
    }

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Institutions.awaitReplicated();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDocumentIsWrittenAndReadAtBothTimes(Sample sample) {
        Api.create(sample.path(), sample.created()).header("ETag", "\"1\"");
        var recorded = Api.read(sample.path())
                .body("status", equalTo("current"))
                .extract()
                .path("recordedAt");
        Api.curator().body(sample.created()).put("/v1/" + sample.path()).then().statusCode(428);
        Api.curator()
                .header("If-None-Match", "*")
                .body(sample.created())
                .put("/v1/" + sample.path())
                .then()
                .statusCode(412);

        Api.replace(sample.path(), sample.ended()).header("ETag", "\"2-ended\"");

        Api.read(sample.path()).body("status", equalTo("ended"));
        Api.read(sample.path() + "?validAt=2009-01-01").body("status", equalTo("current"));
        Api.read(sample.path() + "?validAt=2011-01-01", 404).header("Atlas-Position", containsString(":"));
        Api.read(sample.path() + "?validAt=2011-01-01&knownAt=" + recorded).body("version", equalTo(1));
        Api.read(sample.path() + "/history").body("items.change", contains("created", "ended"));
        Api.read(sample.path() + "/versions/1").body("validity.to", equalTo(null));
        given().header("If-None-Match", "\"2-ended\"")
                .get("/v1/" + sample.path())
                .then()
                .statusCode(304);
        Api.read(sample.collection() + "?q=" + sample.word()).body("items.id", contains(sample.id()));
        Api.read(sample.collection() + "?q=" + sample.word() + "&validAt=2011-01-01")
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void allOfACollectionComesAsLinesOrRows(Sample sample) {
        given().accept("application/x-ndjson")
                .get("/v1/" + sample.collection())
                .then()
                .statusCode(200)
                .contentType(containsString("application/x-ndjson"))
                .body(containsString("{\"id\":"));
        given().accept("text/csv")
                .get("/v1/" + sample.collection() + "?fields=id,citations")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("id,citations\r\n"));
    }

    @Test
    void documentsAreReadWithTheNamesOfThoseTheyReferTo() {
        Api.create(
                "functions/n-function",
                aFunction().called("n-function").named("A function").json());
        Api.create(
                "capacities/n-iom", aCapacity().called("n-iom").in("n-function").json());
        var tag = Api.read("capacities/n-iom?include=referenceNames")
                .body("referenceNames.'function/n-function'", equalTo("A function"))
                .body("referenceNames.'institution/iom'", equalTo("International Organization for Migration"))
                .body("institution", equalTo("iom"))
                .header("Atlas-Position", containsString("institution:"))
                .header("ETag", matchesPattern("\"\\d+-view-[0-9a-f]{24}\""))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get("/v1/capacities/n-iom?include=referenceNames")
                .then()
                .statusCode(304);
        Api.read("capacities?function=n-function&include=referenceNames")
                .body("items.id", contains("n-iom"))
                .body("referenceNames.'function/n-function'", equalTo("A function"))
                .header("Atlas-Position", containsString("institution:"));
        Api.replace(
                "functions/n-function",
                aFunction().called("n-function").named("Renamed").json());
        Api.read("capacities?function=n-function&include=referenceNames")
                .body("referenceNames.'function/n-function'", equalTo("Renamed"));
        given().header("If-None-Match", tag)
                .get("/v1/capacities/n-iom?include=referenceNames")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("referenceNames.'function/n-function'", equalTo("Renamed"));
        Api.read("capacities/n-iom?include=referenceNames&validAt=2005-01-01")
                .body("referenceNames.'institution/iom'", equalTo("International Organization for Migration"));
    }

    @Test
    void namesAreIncludedInJsonOnly() {
        Api.read("capacities?include=everything", 400).body("violations[0].parameter", equalTo("include"));
        given().accept("text/csv")
                .get("/v1/capacities?include=referenceNames")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("include"));
    }

    @Test
    void functionsAreFoundByTheirStanding() {
        Api.read("functions?standing=starting-point&source=newland-2004&limit=500")
                .body("items.standing", everyItem(equalTo("starting-point")))
                .body("items.id", hasItem("coordination"));
        Api.read("functions?standing=set-aside")
                .body("items.standing", everyItem(equalTo("set-aside")))
                .body("items.id", hasItem("rights-protection"));
        Api.read("functions?standing=doubtful", 400).body("violations[0].parameter", equalTo("standing"));
    }

    @Test
    void capacitiesAreFoundByWhatTheyAre() {
        Api.create(
                "capacities/c-found",
                aCapacity()
                        .called("c-found")
                        .of("wto")
                        .in("rights-protection")
                        .at("none")
                        .because("declined")
                        .forWhom("diasporas")
                        .json());

        for (var filter : Stream.of(
                        "institution=wto",
                        "function=rights-protection",
                        "level=none",
                        "reason=declined",
                        "population=diasporas",
                        "institution=wto&function=rights-protection&level=none&reason=declined&population=diasporas")
                .toList()) {
            Api.read("capacities?limit=500&" + filter).body("items.id", hasItem("c-found"));
        }
        for (var filter : Stream.of(
                        "institution=iom",
                        "function=coordination",
                        "level=lead",
                        "reason=no-resources",
                        "population=states")
                .toList()) {
            Api.read("capacities?limit=500&" + filter)
                    .body("items", hasSize(greaterThan(0)))
                    .body("items.id", not(hasItem("c-found")));
        }
    }

    @Test
    void policyOptionsAreFoundByTheirModelAndTheirOperations() {
        Api.create(
                "policy-options/c-founding",
                anOption().called("c-founding").growing("mixed").doing("""
                                {"type": "create-institution", "institution": "c-agency", "name": "An agency"}""", """
                                {"type": "set-lead", "institution": "c-agency", "functions": ["negotiation-support"]}""").json());

        for (var filter : Stream.of(
                        "model=mixed",
                        "operation=create-institution&operation=end-institution",
                        "institution=c-agency",
                        "function=negotiation-support")
                .toList()) {
            Api.read("policy-options?limit=500&" + filter).body("items.id", hasItem("c-founding"));
        }
        Api.read("policy-options?operation=set-un-status").body("items.id", not(hasItem("c-founding")));
        Api.read("policy-options?model=bottom-up").body("items.id", not(hasItem("c-founding")));
    }

    @Test
    void governanceModelsAreFoundByTheirDirection() {
        Api.read("governance-models?direction=top-down")
                .body("items.id", hasItem("supranational"))
                .body("items.direction", everyItem(equalTo("top-down")));
    }

    @Test
    void whatAnOptionCameToIsTheDaysWhenItIsReadOnADay() {
        Api.read("policy-options/bring-iom-into-un?validAt=2004-12-31").body("outcomes", hasSize(0));
        Api.read("policy-options/bring-iom-into-un?validAt=2020-01-01").body("outcomes.date", hasItem("2016-09-19"));
    }

    @Test
    void whatACapacityRefersToMustBeThere() {
        for (var place : Stream.of("institution", "function").toList()) {
            Api.curator()
                    .header("If-None-Match", "*")
                    .body(aCapacity()
                            .called("c-lost")
                            .json()
                            .replaceFirst("\"" + place + "\":\"[a-z]+\"", "\"" + place + "\":\"atlantis\""))
                    .put("/v1/capacities/c-lost")
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", contains("/" + place));
        }
    }

    @Test
    void aFunctionThatIsPerformedIsNotRetracted() {
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/functions/coordination")
                .then()
                .statusCode(409);
    }
}
