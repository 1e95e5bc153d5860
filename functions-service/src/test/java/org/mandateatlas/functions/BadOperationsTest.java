package org.mandateatlas.functions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.mandateatlas.functions.option.PolicyOptionFixture.anOption;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Every bad operation gets the right 4xx that names its place, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class BadOperationsTest {

    private static final String GOOD = "{\"type\": \"end-institution\", \"institution\": \"iom\"}";

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Institutions.awaitReplicated();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "400 | /operations/1/type | {`type`: `paint`, `institution`: `iom`}",
                "400 | /operations/1/type | {`institution`: `iom`}",
                "400 | /operations/1/type | {}",
                "400 | /operations/1/type | {`type`: null}",
                "400 | /operations/1/type | {`type`: 7}",
                "400 | /operations/1 | `end-institution`",
                "400 | /operations/1 | [`end-institution`, {}]",
                "400 | /operations/1 | null",
                "400 | /operations/1/colour | {`type`: `end-institution`, `institution`: `iom`, `colour`: 1}",
                "400 | /operations/1/institution | {`type`: `end-institution`, `institution`: 7}",
                "400 | /operations/1/capacities | {`type`: `transfer-mandates`, `from`: `iom`, `to`: `ilo`}",
                "400 | /operations/1/status | {`type`: `set-un-status`, `institution`: `iom`, `status`: `planet`}",
                "422 | /operations/1/institution | {`type`: `end-institution`}",
                "422 | /operations/1/institution | {`type`: `end-institution`, `institution`: `atlantis`}",
                "422 | /operations/1/institution | {`type`: `end-institution`, `institution`: `I O M`}",
                "422 | /operations/1/institution | {`type`: `end-institution`, `institution`: `a\\u0000b`}",
                "422 | /operations/1/name | {`type`: `create-institution`, `institution`: `wmo`, `name`: ` `}",
                "422 | /operations/1/functions/0 | {`type`: `set-lead`, `institution`: `iom`, `functions`: [`border-walls`]}",
                "422 | /operations/1/functions | {`type`: `set-lead`, `institution`: `iom`}",
                "422 | /operations/1/to | {`type`: `transfer-mandates`, `from`: `iom`, `to`: `iom`, `capacities`: true}",
                "422 | /operations/1/reason | {`type`: `assign-capacity`, `institution`: `iom`, `function`: `coordination`, `level`: `none`}"
            })
    void aBadOperationIsRefusedAtItsPlace(int status, String place, String operation) {
        Api.curator()
                .header("If-None-Match", "*")
                .body(anOption()
                        .called("b-option")
                        .json()
                        .replaceFirst(
                                "\\}$",
                                ",\"operations\": ["
                                        + java.util.regex.Matcher.quoteReplacement(
                                                GOOD + ", " + operation.replace('`', '"'))
                                        + "]}"))
                .put("/v1/policy-options/b-option")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("violations.pointer", contains(place));

        Api.read("policy-options/b-option", 404);
    }

    @ParameterizedTest
    @CsvSource({"2004, 400", "2004-02-30, 400", "tomorrow, 400"})
    void aBaselineThatIsNoDayIsRefused(String day, int status) {
        Api.curator()
                .header("If-None-Match", "*")
                .body(anOption().called("b-option").appliedTo(day).json())
                .put("/v1/policy-options/b-option")
                .then()
                .statusCode(status)
                .body("violations[0].pointer", equalTo("/baseline"));
    }
}
