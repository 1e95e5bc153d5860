package org.mandateatlas.local;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Facts of the bundled dataset, as a suite started with {@code ./atlas up} answers them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
@Order(2)
class BundledDatasetIT {

    private final LaunchedSuite suite;

    BundledDatasetIT(LaunchedSuite suite) {
        this.suite = suite;
    }

    @Test
    void in2004IomWasOutsideTheUnSystemWith105Members() {
        suite.request()
                .get("/v1/institutions/iom?validAt=2004-12-31")
                .then()
                .statusCode(200)
                .body("unStatus.status", equalTo(List.of("outside")))
                .body("figures.find { it.measure == 'member-states' }.value", equalTo(105))
                .body("figures.find { it.measure == 'member-states' }.citations.source", hasItem("newland-2004"));
    }

    @Test
    void in2020IomWasARelatedOrganization() {
        suite.request()
                .get("/v1/institutions/iom?validAt=2020-01-01")
                .then()
                .statusCode(200)
                .body("unStatus.status", equalTo(List.of("related-organization")));
    }

    @Test
    void in1975IomWasCalledIcem() {
        suite.request()
                .get("/v1/institutions/iom?validAt=1975-06-01")
                .then()
                .statusCode(200)
                .body("abbreviation", equalTo("ICEM"))
                .body("name", equalTo("Intergovernmental Committee for European Migration"));
    }

    @Test
    void iomsConstitutionalPurposesHaveInstrumentAndProvision() {
        suite.request()
                .get("/v1/mandates?institution=iom&validAt=2004-12-31&instrument=iom-constitution")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThanOrEqualTo(5))
                .body("items.provision", everyItem(notNullValue()));
    }

    @Test
    void theIloDeclarationIsOf1998AndThePaperSaysOtherwise() {
        suite.request()
                .get("/v1/instruments/ilo-declaration-1998")
                .then()
                .statusCode(200)
                .body("adoption.date.toString()", startsWith("1998"))
                .body(
                        "adoption.citations.find { it.stance == 'contradicts' }.statedValue.toString()",
                        containsString("1999"));
    }

    @Test
    void theRatificationsOfIcrmwFormASeries() {
        suite.request()
                .get("/v1/instruments/icrmw")
                .then()
                .statusCode(200)
                .body("figures.groupBy { it.measure }.collect { it.value.size() }.max()", greaterThan(2));
    }

    @Test
    void statesCouldAgreeOnNineFunctions() {
        suite.request()
                .get("/v1/functions?standing=starting-point")
                .then()
                .statusCode(200)
                .body("items.rank.findAll { it < 10 }", containsInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9))
                .body("items.find { it.id == 'coordination' }.rank", equalTo(9));
    }

    @Test
    void theGenevaMigrationGroupHadSixMembersIn2004() {
        suite.request()
                .get("/v1/participations?process=geneva-migration-group&role=member&validAt=2004-12-31")
                .then()
                .statusCode(200)
                .body("items.institution.toSet()", equalTo(Set.of("unhcr", "iom", "ilo", "ohchr", "unctad", "unodc")));
        suite.request()
                .get("/v1/processes?participant=unctad&kind=inter-agency-mechanism&validAt=2004-12-31")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of("geneva-migration-group")));
    }

    @Test
    void everyPolicyOptionSimulatesThroughTheGateway() {
        var options = suite.request().get("/v1/policy-options").jsonPath().getList("items.id", String.class);

        assertTrue(options.size() >= 7, options.toString());
        for (var option : options) {
            suite.request()
                    .get("/v1/policy-options/" + option + "/simulation")
                    .then()
                    .statusCode(200)
                    .body("policyOption", equalTo(option));
        }
    }
}
