package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.testkit.Servers;

/** Search, timeline and differences call documents by the names of their own and of other services. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class QueriesTest {

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Institutions.awaitReplicated();
    }

    @Test
    void aCapacityIsCalledAfterItsInstitutionAndItsFunction() {
        var id = given().get("/v1/capacities?institution=iom&function=service-provision&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .jsonPath()
                .getString("items[0].id");

        given().get("/v1/search?q=" + id)
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(id))
                .body("items[0].name", equalTo("International Organization for Migration: Provision of services"));
        given().get("/v1/timeline?institution=iom&function=service-provision&event=capacity-began")
                .then()
                .statusCode(200)
                .body(
                        "items.text",
                        hasItem(startsWith("International Organization for Migration, Provision of services: ")));
    }

    @Test
    void namesAreThoseOfTheDay() {
        given().get("/v1/timeline?institution=iom&event=capacity-began&validAt=2004-12-31&limit=1000")
                .then()
                .statusCode(200)
                .body("items.name", everyItem(startsWith("International Organization for Migration: ")))
                .body("items", hasSize(greaterThan(0)));
    }

    @Test
    void thePositionCoversTheStreamsThatNamesAreReadFrom() {
        for (var path :
                List.of("search?q=service", "timeline?event=capacity-began", "diff?from=2000-01-01&to=2001-01-01")) {
            given().get("/v1/" + path)
                    .then()
                    .statusCode(200)
                    .header("Atlas-Position", containsString("institution:"))
                    .header("Atlas-Position", containsString("capacity:"));
        }
    }
}
