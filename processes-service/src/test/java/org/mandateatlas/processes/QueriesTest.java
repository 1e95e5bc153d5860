package org.mandateatlas.processes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.testkit.OtherServices;
import org.mandateatlas.testkit.Servers;

/** Search, timeline and differences call documents of other services by their names. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(InstitutionsAndFunctions.class)
class QueriesTest {

    @BeforeEach
    void hear() throws InterruptedException {
        OtherServices.awaitReplicated();
    }

    @Test
    void aParticipationIsCalledAfterThoseItJoins() {
        var id = given().get("/v1/participations?institution=iom&process=geneva-migration-group&limit=1")
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
                .body("items[0].name", startsWith("International Organization for Migration, "))
                .body("items[0].name", containsString(" of Geneva Migration Group"));
        given().get("/v1/timeline?institution=iom&process=geneva-migration-group")
                .then()
                .statusCode(200)
                .body("items.text", hasItem(startsWith("International Organization for Migration, ")))
                .body("items.event", hasItem("joined"));
        given().get("/v1/suggest?q=geneva migr")
                .then()
                .statusCode(200)
                .body("items.collection", not(hasItem("participations")))
                .body("items.name", hasItem("Geneva Migration Group"));
    }

    @Test
    void meetingsAndOutputsAreEntriesOfTheirProcess() {
        given().get("/v1/timeline?process=berne-initiative&limit=1000")
                .then()
                .statusCode(200)
                .body("items.event", hasItems("began", "joined", "output"))
                .body("items.processes", everyItem(hasItem("berne-initiative")));
        given().get("/v1/timeline?event=met&limit=1000")
                .then()
                .statusCode(200)
                .body("items.text", everyItem(containsString(" meets")))
                .body("items", hasSize(greaterThan(3)));
    }

    @Test
    void processesBeginAndEndBetweenTwoDays() {
        given().get("/v1/diff?from=2000-12-31&to=2004-12-31&limit=1000")
                .then()
                .statusCode(200)
                .body("items.findAll { it.id == 'berne-initiative' }.change", hasItem("began"))
                .body("items", hasSize(greaterThan(3)));
    }
}
