package org.mandateatlas.gateway.profile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(WithoutCache.class)
class FunctionProfileTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    OwnedDocuments documents;

    @BeforeEach
    void coordinationIsKnown() {
        documents = new OwnedDocuments(
                        owner, "functions", "mandates", "capacities", "policy-options", "processes", "institutions")
                .with("functions", """
                        {"id":"coordination","name":"Coordination","standing":"starting-point","validity":{"from":null,"to":null}}""")
                .with("institutions", """
                        {"id":"unhcr","name":"Office of the High Commissioner"}""")
                .with("institutions", """
                        {"id":"iom","name":"International Organization for Migration"}""")
                .with("mandates", """
                        {"id":"iom-forum","institution":"iom","title":"Forum","functions":["coordination"],
                         "validity":{"from":"1989","to":null}}""")
                .with("capacities", """
                        {"id":"iom-coordination","institution":"iom","function":"coordination","level":"marginal",
                         "validity":{"from":"2003","to":null}}""")
                .with("processes", """
                        {"id":"geneva","name":"Geneva Migration Group","kind":"inter-agency-mechanism","weaknesses":[],
                         "validity":{"from":"2003","to":"2006"}}""")
                .with("policy-options", """
                        {"id":"new-agency","name":"A new agency","model":"top-down","baseline":"2004-12-31","operations":[
                          {"type":"create-institution","institution":"wmo","name":"World Migration Organization"},
                          {"type":"transfer-mandates","from":"unhcr","to":"wmo","functions":["coordination"]},
                          {"type":"grant-mandate","institution":"wmo","functions":["policy-research","coordination"]},
                          {"type":"assign-capacity","institution":"wmo","function":"coordination"},
                          {"type":"assign-capacity","institution":"wmo","function":"policy-research"}]}""")
                .at("/v1/coverage", 200, """
                        {"validAt":"2004-12-31","setAside":[],"functions":[{"id":"coordination","name":"Coordination",
                         "classification":"gap","leads":[],"mandated":1,"performed":1,"cells":[
                         {"institution":"iom","state":"mandated-and-performed"}]}]}""")
                .at("/v1/coverage/gaps", 200, """
                        {"items":[{"kind":"function","function":"coordination","institution":null}]}""");
    }

    @Test
    void aProfileHasAllThatTheRegistryHoldsAboutAFunction() {
        profile("?validAt=2004-12-31")
                .statusCode(200)
                .body("function.name", equalTo("Coordination"))
                .body("coverage.validAt", equalTo("2004-12-31"))
                .body("coverage.functions.classification", contains("gap"))
                .body("coverage.functions.mandated", contains(1))
                .body("coverage.functions[0].cells.institution", contains("iom"))
                .body("gaps.kind", contains("function"))
                .body("mandates.id", contains("iom-forum"))
                .body("capacities.id", contains("iom-coordination"))
                .body("processes.name", contains("Geneva Migration Group"))
                .body("missing", hasSize(0));
    }

    @Test
    void policyOptionsAreThoseThatNameTheFunction() {
        profile("")
                .body("policyOptions.name", contains("A new agency"))
                .body("policyOptions[0].operations", hasSize(5));
    }

    @Test
    void gapsThatCannotBeHadAreNoneThatAreKnown() {
        documents.at("/v1/coverage/gaps", 500, "{}");
        profile("?validAt=1996-01-01")
                .statusCode(200)
                .body("coverage.functions.classification", contains("gap"))
                .body("gaps", nullValue())
                .body("missing.part", contains("gaps"));
    }

    private static ValidatableResponse profile(String query) {
        return given().when()
                .get("/v1/functions/coordination/profile" + query)
                .then()
                .statusCode(200);
    }
}
