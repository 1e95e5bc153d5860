package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.registry.IndexUpgrade;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** An item whose end is not known is unconfirmed after its last attestation, and never ended. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class AttestationTest {

    private static final String VALIDITY = "\"validity\": {\"from\": \"1990\"},\n";

    @Inject
    @SuppressWarnings("NullAway.Init")
    IndexUpgrade upgrade;

    @ParameterizedTest
    @CsvSource({
        "1989-12-31, planned",
        "1990-01-01, current",
        "2004-12-31, current",
        "2005-01-01, unconfirmed",
        "2026-01-01, unconfirmed"
    })
    void aListOfADayHasTheStatusOfEachItem(String day, String status) {
        var id = "attestedstatus-" + day;
        Api.create("institutions/" + id, attested("Status", "2004"));
        for (var other : new String[] {"planned", "current", "unconfirmed", "ended"}) {
            var found = Api.read("institutions?q=attestedstatus " + day + "&status=" + other + "&validAt=" + day);
            found.body("items.id", other.equals(status) && !status.equals("planned") ? hasItem(id) : not(hasItem(id)));
        }
        if (!status.equals("planned")) {
            Api.read("institutions?q=attestedstatus " + day + "&validAt=" + day).body("items.status", contains(status));
            Api.read("institutions/" + id + "?validAt=" + day).body("status", equalTo(status));
        }
    }

    @Test
    void theStatusOfTodayIsShownAndFiltered() {
        Api.create("institutions/a-today", attested("Attested", "2004"));
        Api.create("institutions/a-today-law", attested("Of law", null));
        Api.read("institutions/a-today").body("status", equalTo("unconfirmed"));
        Api.read("institutions/a-today-law").body("status", equalTo("current"));
        Api.read("institutions?status=unconfirmed&limit=500")
                .body("items.id", hasItem("a-today"))
                .body("items.id", not(hasItem("a-today-law")))
                .body("items.status", everyItem(equalTo("unconfirmed")));
        Api.read("institutions?status=current&limit=500").body("items.id", not(hasItem("a-today")));
        Api.read("institutions?status=ended&limit=500").body("items.id", not(hasItem("a-today")));
        Api.read("search?q=a-today&limit=1").body("items.status", contains("unconfirmed"));
        given().get("/v1/institutions.csv?q=a-today&fields=id,status,validity")
                .then()
                .statusCode(200)
                .body(
                        containsString(
                                "a-today,unconfirmed,\"{\"\"from\"\":\"\"1990\"\",\"\"to\"\":null,\"\"lastAttested\"\":\"\"2004\"\"}\""));
    }

    @Test
    void theEndOfAttestationIsNoChangeOfTheWorld() {
        Api.create("institutions/a-silent", attested("Silent", "2004"));
        Api.read("diff?from=2004-12-31&to=2005-01-02&collection=institutions&limit=1000")
                .body("items.id", not(hasItem("a-silent")));
        Api.read("timeline?institution=a-silent&from=1991-01-01&limit=1000").body("items", empty());
    }

    @Test
    void aFurtherAttestationIsAChangeOfTheRecordOnly() {
        Api.create("institutions/a-further", attested("Further", "2004"));
        var between = Instant.now().toString();
        Api.replace("institutions/a-further", attested("Further", "2010"));
        Api.read("diff?from=1989-01-01&to=2025-01-02&collection=institutions&institution=a-further")
                .body("items.change", contains("began"));
        Api.read("diff?from=" + between + "&to=" + Instant.now() + "&collection=institutions&institution=a-further")
                .body("items[0].fields.pointer", contains("/validity/lastAttested"))
                .body("items[0].change", equalTo("changed"));
        Api.read("institutions/a-further/history").body("items.change", contains("created", "changed"));
        Api.read("institutions/a-further?validAt=2008-01-01").body("status", equalTo("current"));
        Api.read("institutions/a-further?validAt=2008-01-01&knownAt=" + between).body("status", equalTo("unconfirmed"));
    }

    @ParameterizedTest
    @CsvSource({"2003, is before from (2004)", "2005, is not allowed with to (2010)"})
    void aLastAttestationHasItsPlace(String lastAttested, String detail) {
        var validity = lastAttested.equals("2003") ? "\"from\": \"2004\"" : "\"to\": \"2010\"";
        Api.curator()
                .header("If-None-Match", "*")
                .body(Samples.institution("Refused")
                        .replace(
                                VALIDITY,
                                "\"validity\": {" + validity + ", \"lastAttested\": \"" + lastAttested + "\"},\n"))
                .put("/v1/institutions/a-refused")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/validity/lastAttested"))
                .body("violations.detail", contains(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"05dxps055", "https://ror.org/05dxps055"})
    void anInstitutionIsFoundByAnIdentifier(String id) {
        Api.create(
                "institutions/a-ror-" + id.length(),
                attested("Identified", null)
                        .replace(
                                VALIDITY,
                                VALIDITY + "\"identifiers\": [{\"scheme\": \"ror\", \"value\": \"" + id
                                        + "\", \"citations\": [{\"source\": \"newland-2004\"}]}],\n"));
        for (var form : new String[] {"05dxps055", "https://ror.org/05dxps055"}) {
            given().queryParam("identifier", "ror:" + form)
                    .get("/v1/institutions")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem("a-ror-" + id.length()));
        }
        Api.read("institutions?identifier=ror:05dxps056", 400).body("violations[0].parameter", equalTo("identifier"));
        Api.read("institutions?identifier=orcid:1", 400).body("violations[0].parameter", equalTo("identifier"));
    }

    @Test
    void anIndexOfBeforeAttestationsIsCompleted() throws SQLException {
        Api.create("institutions/a-before", attested("Before", "2004"));
        try (var connection = Servers.connect();
                var statement = connection.createStatement()) {
            statement.execute("update entry set last_attested = null, display_name = null where id = 'a-before'");
        }
        Api.read("institutions/a-before").body("status", equalTo("current"));
        upgrade.run();
        Api.read("institutions/a-before").body("status", equalTo("unconfirmed"));
        assertEquals(
                1,
                Api.read("institutions?q=a-before&status=unconfirmed")
                        .extract()
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    private static String attested(String name, @Nullable String lastAttested) {
        return Samples.institution(name)
                .replace(
                        VALIDITY,
                        lastAttested == null
                                ? VALIDITY
                                : "\"validity\": {\"from\": \"1990\", \"lastAttested\": \"" + lastAttested + "\"},\n");
    }
}
