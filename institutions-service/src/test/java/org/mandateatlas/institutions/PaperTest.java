package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.testkit.Servers;

/** The dataset contains the facts of the paper and later developments. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class PaperTest {

    @Test
    void iomStoodOutsideTheUnSystemIn2004With105Members() {
        given().when()
                .get("/v1/institutions/iom?validAt=2004-12-31")
                .then()
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
                .statusCode(200)
                .body(
                        "items.provision",
                        hasItems("purposes and functions, first item", "purposes and functions, fifth item"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data-and-analysis",
                "policy-research",
                "technical-assistance",
                "service-provision",
                "discussion-platform",
                "negotiation-support",
                "anti-trafficking",
                "migration-and-development",
                "coordination"
            })
    void eachFunctionThatStatesCouldAgreeOnHadAMandateIn2004(String function) {
        given().when()
                .get("/v1/mandates?validAt=2004-12-31&function=" + function)
                .then()
                .statusCode(200)
                .body("items", hasSize(greaterThan(0)))
                .body("items.functions", everyItem(hasItem(function)));
    }

    @Test
    void nobodyHadAMandateForCompulsoryReturnsIn2004() {
        given().when()
                .get("/v1/mandates?validAt=2004-12-31&function=compulsory-returns")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void theIloDeclarationIsOf1998ThoughThePaperSays1999() {
        given().when()
                .get("/v1/instruments/ilo-declaration-1998")
                .then()
                .statusCode(200)
                .body("adoption.date", equalTo("1998"))
                .body("adoption.citations.find { it.source == 'newland-2004' }.stance", equalTo("contradicts"))
                .body("adoption.citations.find { it.source == 'newland-2004' }.statedValue", equalTo("1999"));
    }

    @Test
    void theTreatiesOfThePaperWereInForceWhenItWasWritten() {
        given().when()
                .get("/v1/instruments?inForceAt=2004-12-31&limit=500")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        hasItems(
                                "gats",
                                "gats-annex-natural-persons",
                                "icrmw",
                                "ilo-c143",
                                "ilo-c97",
                                "ilo-constitution",
                                "iom-constitution",
                                "refugee-convention-1951",
                                "refugee-protocol-1967",
                                "schengen-agreement",
                                "smuggling-protocol",
                                "trafficking-protocol",
                                "treaty-of-rome",
                                "treaty-of-versailles",
                                "un-charter",
                                "un-ilo-agreement"))
                .body("items.id", not(hasItem("treaty-of-lisbon")));
    }

    @ParameterizedTest
    @CsvSource({
        "icrmw,                   1990-12-31,  0, 27, 59",
        "refugee-convention-1951, 1951-12-31,  0, 142, 145",
        "refugee-protocol-1967,   1967-12-31,  9, 142, 147",
        "trafficking-protocol,    2000-12-31,  0, 77, 173",
        "smuggling-protocol,      2000-12-31,  0, 65, 149"
    })
    void thePartiesOfATreatyFormASeriesFromItsAdoption(
            String treaty, String begin, int atAdoption, int atTheEndOf2004, int latest) {
        given().when()
                .get("/v1/instruments/" + treaty)
                .then()
                .statusCode(200)
                .body("figures.findAll { it.measure == 'states-parties' }[0].asOf", equalTo(begin))
                .body("figures.findAll { it.measure == 'states-parties' }[0].value", equalTo(atAdoption))
                .body(
                        "figures.find { it.measure == 'states-parties' && it.asOf == '2004-12-31' }.value",
                        equalTo(atTheEndOf2004))
                .body("figures.findAll { it.measure == 'states-parties' }[-1].value", equalTo(latest));
    }

    @Test
    void thePaperCountsTooFewPartiesOfTheMigrantWorkersConvention() {
        given().when()
                .get("/v1/instruments/icrmw")
                .then()
                .statusCode(200)
                .body(
                        "figures.find { it.asOf == '2004-12-31' }.citations.find { it.stance == 'contradicts' }.statedValue",
                        equalTo("25"));
    }
}
