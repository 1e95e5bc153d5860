package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What the registry says of the world of the paper, and of what became of it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class PaperTest {

    @Test
    void iomStoodOutsideTheUnSystemIn2004With105Members() {
        given().when()
                .get("/v1/institutions/iom?validAt=2004-12-31")
                .then()
                .log()
                .all()
                .statusCode(200)
                .body("unStatus.status", equalTo(java.util.List.of("outside")))
                .body("figures.find { it.measure == 'member-states' }.value", equalTo(105))
                .body("figures.find { it.measure == 'member-states' }.citations.source", hasItem("newland-2004"));
    }

    @Test
    void iomIsARelatedOrganizationIn2020() {
        given().when()
                .get("/v1/institutions/iom?validAt=2020-01-01")
                .then()
                .statusCode(200)
                .body("unStatus.status", equalTo(java.util.List.of("related-organization")));
    }

    @Test
    void iomWasCalledIcemIn1975() {
        given().when()
                .get("/v1/institutions/iom?validAt=1975-06-01")
                .then()
                .statusCode(200)
                .body("name", equalTo("Intergovernmental Committee for European Migration"))
                .body("abbreviation", equalTo("ICEM"));
    }

    @Test
    void theFiveConstitutionalPurposesOfIomAreMandatesWithTheirProvision() {
        given().when()
                .get("/v1/mandates?institution=iom&validAt=2004-12-31&instrument=iom-constitution")
                .then()
                .log()
                .all()
                .statusCode(200)
                .body(
                        "items.provision",
                        hasItems("purposes and functions, first item", "purposes and functions, fifth item"));
    }
}
