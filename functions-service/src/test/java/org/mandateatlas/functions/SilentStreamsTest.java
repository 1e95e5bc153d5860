package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.mandateatlas.functions.capacity.CapacityFixture.aCapacity;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.mandateatlas.testkit.Api;

/** As long as institutions-service has not said anything, the service does what it can. */
@QuarkusTest
@TestProfile(HearingNothing.class)
class SilentStreamsTest {

    @Test
    void whetherAnInstitutionIsThereCannotBeToldYet() {
        Api.curator()
                .header("If-None-Match", "*")
                .body(aCapacity().called("q-silent").json())
                .put("/v1/capacities/q-silent")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", containsString("service-unavailable"))
                .body("detail", containsString("has not been replicated yet"));
    }

    @Test
    void whatWasNotTakenIsNotThere() {
        Api.curator()
                .header("If-None-Match", "*")
                .body(aCapacity().called("q-untaken").json())
                .put("/v1/capacities/q-untaken");
        Api.read("capacities/q-untaken", 404);
    }

    @Test
    void coverageRestsOnTheCapacitiesAlone() {
        given().get("/v1/coverage?validAt=2004-12-31")
                .then()
                .statusCode(200)
                .body("functions.size()", equalTo(9))
                .body("totals.startingPoints.mandatedAndPerformed", equalTo(0));
    }

    @Test
    void aStreamThatIsSilentIsNoGap() {
        given().get("/q/health/well").then().statusCode(200);
    }
}
