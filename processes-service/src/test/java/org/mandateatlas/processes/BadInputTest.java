package org.mandateatlas.processes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.processes.meeting.MeetingFixture.aMeeting;
import static org.mandateatlas.processes.output.OutputFixture.anOutput;
import static org.mandateatlas.processes.participation.ParticipationFixture.aParticipation;
import static org.mandateatlas.processes.process.GovernanceProcessFixture.aProcess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.OtherServices;
import org.mandateatlas.testkit.Servers;
import org.mandateatlas.testkit.Tokens;

/** Every bad input gets the right 4xx that names its place, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(InstitutionsAndFunctions.class)
class BadInputTest {

    private static final String CITED = "\"citations\": [{\"source\": \"newland-2004\"}]";

    private static final Map<String, ObjectNode> GOOD = Map.of(
            "processes", aProcess().called("bad").tree(),
            "participations", aParticipation().called("bad").tree(),
            "meetings", aMeeting().called("bad").tree(),
            "outputs", anOutput().called("bad").tree());

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        OtherServices.awaitReplicated();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "400 | processes      | /kind                     | `kind`: `party`",
                "400 | processes      | /name                     | `name`: 7",
                "400 | processes      | /soul                     | `soul`: 1",
                "400 | processes      | /openTo/0/who             | `openTo`: [{`who`: `martians`, CITED}]",
                "400 | processes      | /openTo/0                 | `openTo`: [`states`]",
                "400 | processes      | /normativity/level        | `normativity`: {`level`: `very`, `text`: `a`, CITED}",
                "400 | processes      | /functions/0              | `functions`: [null]",
                "400 | processes      | /figures/0/qualifier      | `figures`: [{`measure`: `a`, `value`: 1, `qualifier`: `maybe`, `unit`: `a`, `asOf`: `2004`, CITED}]",
                "400 | processes      | /validity/from            | `validity`: {`from`: `2004-13`}",
                "400 | processes      | /validity                 | `validity`: {`from`: `2004`, `to`: `1999`}",
                "422 | processes      | /name                     | `name`: null",
                "422 | processes      | /name                     | `name`: ` `",
                "422 | processes      | /summary                  | `summary`: `a\\u0000b`",
                "422 | processes      | /citations                | `citations`: []",
                "422 | processes      | /openTo/0/citations       | `openTo`: [{`who`: `states`}]",
                "422 | processes      | /openTo/0/who             | `openTo`: [{CITED}]",
                "422 | processes      | /normativity/level        | `normativity`: {`text`: `a`, CITED}",
                "422 | processes      | /normativity/citations    | `normativity`: {`level`: `normative`, `text`: `a`}",
                "422 | processes      | /frequency/0/text         | `frequency`: [{CITED}]",
                "422 | processes      | /strengths/0/citations    | `strengths`: [{`text`: `a`}]",
                "422 | processes      | /functions/0              | `functions`: [`border-walls`]",
                "422 | processes      | /functions/0              | `functions`: [`Border Walls`]",
                "422 | processes      | /functions/1              | `functions`: [`coordination`, `coordination`]",
                "422 | processes      | /predecessors/0/process   | `predecessors`: [{`process`: `atlantis`, `takenOver`: `a`, CITED}]",
                "422 | processes      | /predecessors/0/process   | `predecessors`: [{`process`: `bad`, `takenOver`: `a`, CITED}]",
                "422 | processes      | /predecessors/0/takenOver | `predecessors`: [{`process`: `icpd`, CITED}]",
                "422 | processes      | /figures/0/measure        | `figures`: [{`measure`: `A B`, `value`: 1, `unit`: `a`, `asOf`: `2004`, CITED}]",
                "400 | participations | /role                     | `role`: `boss`",
                "400 | participations | /actor                    | `institution`: null, `actor`: `Sweden`",
                "400 | participations | /actor/kind               | `institution`: null, `actor`: {`name`: `Sweden`, `kind`: `planet`}",
                "422 | participations | /role                     | `role`: null",
                "422 | participations | /institution              | `institution`: null",
                "422 | participations | /institution              | `institution`: `atlantis`",
                "422 | participations | /institution              | `actor`: {`name`: `Sweden`, `kind`: `state`}",
                "422 | participations | /actor/name               | `institution`: null, `actor`: {`kind`: `state`}",
                "422 | participations | /actor/name               | `institution`: null, `actor`: {`name`: ` `, `kind`: `state`}",
                "422 | participations | /actor/kind               | `institution`: null, `actor`: {`name`: `Sweden`}",
                "422 | participations | /process                  | `process`: `atlantis`",
                "422 | participations | /process                  | `process`: null",
                "422 | participations | /text                     | `text`: ``",
                "422 | meetings       | /process                  | `process`: `atlantis`",
                "422 | meetings       | /name                     | `name`: null",
                "422 | meetings       | /place                    | `place`: ` `",
                "422 | meetings       | /validity/to              | `validity`: {`from`: `2004`}",
                "422 | meetings       | /validity/from            | `validity`: {`to`: `2004`}",
                "400 | outputs        | /kind                     | `kind`: `song`",
                "400 | outputs        | /force                    | `force`: `brute`",
                "422 | outputs        | /process                  | `process`: `atlantis`",
                "422 | outputs        | /meeting                  | `meeting`: `atlantis`",
                "422 | outputs        | /meeting                  | `meeting`: `gcim-launch-2003`",
                "422 | outputs        | /meeting                  | `meeting`: `a\\u0000b`",
                "422 | outputs        | /instrument               | `instrument`: `magna-carta-2`",
                "422 | outputs        | /force                    | `force`: null",
                "422 | outputs        | /remarks/0/citations      | `remarks`: [{`text`: `a`}]",
                "422 | outputs        | /citations/0/source       | `citations`: [{`source`: `hearsay`}]"
            })
    void aBadDocumentIsRefusedAtItsPlaceAndChangesNothing(int status, String collection, String place, String fields) {
        var body = good(collection);
        body.setAll(DocumentJson.stored("{" + fields.replace('`', '"').replace("CITED", CITED) + "}"));
        var before = position();

        Api.curator()
                .header("If-None-Match", "*")
                .body(DocumentJson.write(body))
                .put("/v1/" + collection + "/bad")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("violations.pointer", hasItem(place));

        Api.read(collection + "/bad", 404);
        assertEquals(before, position());
    }

    @ParameterizedTest
    @CsvSource({
        "processes?kind=party, kind",
        "processes?openTo=martians, openTo",
        "processes?normativity=very, normativity",
        "processes?function=Border%20Walls, function",
        "processes?convenor=I%20O%20M, convenor",
        "processes?participant=a%00b, participant",
        "processes?participant=, participant",
        "processes?role=chair, role",
        "participations?role=boss, role",
        "participations?actorKind=planet, actorKind",
        "participations?actor=, actor",
        "participations?actor=a%00b, actor",
        "participations?institution=IOM, institution",
        "meetings?from=2004, from",
        "meetings?from=2004-02-30, from",
        "meetings?to=tomorrow, to",
        "meetings?from=2004-01-02&to=2004-01-01, to",
        "meetings?from=2004-01-01&from=2004-01-02, from",
        "meetings?kind=forum, kind",
        "outputs?kind=song, kind",
        "outputs?force=brute, force",
        "outputs?meeting=A, meeting",
        "outputs?status=dead, status",
        "outputs?q=%27%26, q",
        "participations?cursor=abc, cursor",
        "processes?fields=id%2Csoul, fields",
        "processes?limit=0, limit",
        "processes/berne-initiative?colour=blue, colour",
        "processes/berne-initiative?validAt=2004, validAt",
        "processes/BERNE, id"
    })
    void aBadParameterIsNamed(String path, String parameter) {
        given().urlEncodingEnabled(false)
                .get("/v1/" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/invalid-parameter"))
                .body("violations[0].parameter", equalTo(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"processes", "participations", "meetings", "outputs"})
    void onlyCuratorsWrite(String collection) {
        var path = "/v1/" + collection + "/bad";
        var body = DocumentJson.write(good(collection));
        given().contentType("application/json")
                .header("If-None-Match", "*")
                .body(body)
                .put(path)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.reader())
                .contentType("application/json")
                .header("If-None-Match", "*")
                .body(body)
                .put(path)
                .then()
                .statusCode(403);
        given().header("If-Match", "*").delete(path).then().statusCode(401);
        Api.read(collection + "/bad", 404);
    }

    private static ObjectNode good(String collection) {
        return Objects.requireNonNull(GOOD.get(collection)).deepCopy();
    }

    private static String position() {
        return given().get("/v1/processes?limit=1").header("Atlas-Position");
    }
}
