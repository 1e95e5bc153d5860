package org.mandateatlas.processes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mandateatlas.processes.participation.ParticipationFixture.aParticipation;
import static org.mandateatlas.processes.process.GovernanceProcessFixture.aProcess;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** The network that processes knit, how it changes, and the descent of processes. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(InstitutionsAndFunctions.class)
class NetworkTest {

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        InstitutionsAndFunctions.awaitReplicated();
    }

    @Test
    void theNetworkOf2004HangsTogetherAroundItsAgencies() {
        var network = read("network?validAt=2004-12-31").extract().jsonPath();

        List<Map<String, Object>> institutions = network.getList("nodes.findAll { it.type == 'institution' }");
        var leading = institutions.stream().limit(4).map(node -> node.get("id")).toList();
        assertTrue(leading.contains("iom"), leading.toString());
        assertTrue(network.getInt("components[0].processes") > network.getInt("components[1].processes"));
        assertEquals(
                "International Organization for Migration", network.getString("nodes.find { it.id == 'iom' }.name"));
    }

    @Test
    void everyEdgeNamesItsParticipations() {
        read("network?validAt=2004-12-31")
                .body("edges.participations", everyItem(not(empty())))
                .body(
                        "edges.findAll { it.process == 'geneva-migration-group' }.institution",
                        hasItems("iom", "ilo", "unhcr", "ohchr", "unctad", "unodc"));
    }

    @Test
    void rolesAndKindsAreFilters() {
        read("network?validAt=2004-12-31&kind=inter-agency-mechanism&role=member")
                .body("nodes.findAll { it.type == 'process' }.kind", everyItem(equalTo("inter-agency-mechanism")))
                .body("edges.roles.flatten()", everyItem(equalTo("member")));
        Api.read("network?role=king", 400).body("violations[0].parameter", equalTo("role"));
        Api.read("network?roles=member", 400).body("violations[0].parameter", equalTo("roles"));
    }

    @ParameterizedTest
    @CsvSource({"application/graphml+xml, graphml, <graphml", "text/vnd.graphviz, dot, strict graph"})
    void itComesInTheFormsOfOtherTools(String type, String suffix, String beginning) {
        var negotiated = given().accept(type)
                .get("/v1/network?validAt=2004-12-31")
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .body(containsString(beginning))
                .body(containsString("institution:iom"))
                .extract()
                .asString();
        given().get("/v1/network." + suffix + "?validAt=2004-12-31")
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .body(equalTo(negotiated));
    }

    @Test
    void anUnchangedNetworkIsNotSentAgain() {
        var tag = given().get("/v1/network?validAt=2000-01-01").header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/network?validAt=2000-01-01")
                .then()
                .statusCode(304);
    }

    @Test
    void aPositionPinsTheNetwork() {
        var before = given().get("/v1/network?validAt=2004-12-31");
        Api.create(
                "participations/n-pinned",
                aParticipation().called("n-pinned").of("undp").json());
        var pinned = given().queryParam("position", before.header("Atlas-Position"))
                .get("/v1/network?validAt=2004-12-31")
                .asString();

        assertEquals(before.asString(), pinned);
        assertFalse(pinned.equals(given().get("/v1/network?validAt=2004-12-31").asString()));
    }

    @Test
    void whatBeganAndEndedBetweenTwoDaysIsToldWithItsSources() {
        read("network/diff?from=2004-12-31&to=2026-01-01")
                .body("axis", equalTo("world"))
                .body("edges", not(empty()))
                .body("edges.causes", everyItem(not(empty())))
                .body("edges.causes.flatten().citations", everyItem(not(empty())))
                .body("nodes.key", hasItem("process:un-network-on-migration"));
        read("network/diff?from=2004-12-31&to=2004-12-31")
                .body("edges", empty())
                .body("nodes", empty());
    }

    @Test
    void whatWasRecordedBetweenTwoInstantsIsToldAsRecorded() {
        var before = Instant.now().toString();
        Api.create(
                "participations/n-recorded",
                aParticipation().called("n-recorded").of("who").json());
        var after = Instant.now().toString();

        given().queryParam("from", before)
                .queryParam("to", after)
                .queryParam("validAt", "2004-12-31")
                .get("/v1/network/diff")
                .then()
                .statusCode(200)
                .body("axis", equalTo("knowledge"))
                .body("edges.institution", hasItem("who"))
                .body("edges.find { it.institution == 'who' }.causes.change", contains("joined"));
    }

    @Test
    void whatIsNoLongerAttestedStaysInTheNetworkAsUnconfirmed() {
        Api.create(
                "participations/n-silent",
                aParticipation()
                        .called("n-silent")
                        .in("un-network-on-migration")
                        .of("wto")
                        .from("2019")
                        .attestedUntil("2020")
                        .json());
        var edge = "edges.find { it.institution == 'wto' && it.process == 'un-network-on-migration' }";
        read("network?validAt=2020-06-01").body(edge + ".status", equalTo("current"));
        read("network?validAt=2025-06-01")
                .body(edge + ".status", equalTo("unconfirmed"))
                .body(edge + ".lastAttested", equalTo("2020"))
                .body("nodes.find { it.id == 'wto' }.status", equalTo("current"));
        read("network?validAt=2025-06-01&status=current").body(edge, equalTo(null));
        read("network/diff?from=2020-06-01&to=2025-06-01").body("edges.institution", not(hasItem("wto")));
        Api.read("network?status=ended", 400).body("violations[0].parameter", equalTo("status"));
        Api.read("network/diff?from=2020-06-01&to=2025-06-01&status=current", 400)
                .body("violations[0].parameter", equalTo("status"));
    }

    @Test
    void aProposedProcessIsInTheRegistryAndNotInTheNetwork() {
        Api.create(
                "processes/n-proposed",
                aProcess().called("n-proposed").stage("proposed").json());
        read("network?validAt=2004-12-31").body("nodes.key", not(hasItem("process:n-proposed")));
        read("processes/n-proposed/lineage").body("processes.stage", contains("proposed"));
        read("processes?stage=proposed").body("items.id", hasItem("n-proposed"));
    }

    @Test
    void theGenevaMigrationGroupLeadsToTheUnNetwork() {
        read("processes/geneva-migration-group/lineage")
                .body(
                        "processes.id",
                        contains("geneva-migration-group", "global-migration-group", "un-network-on-migration"))
                .body("processes.generation", contains(0, 1, 2))
                .body("links.takenOver", everyItem(not(empty())))
                .body("links.citations", everyItem(not(empty())));
        read("processes/un-network-on-migration/lineage")
                .body(
                        "processes.id",
                        contains("geneva-migration-group", "global-migration-group", "un-network-on-migration"));
    }

    @Test
    void anUnknownProcessHasNoLineage() {
        Api.read("processes/atlantis/lineage", 404).header("Atlas-Position", containsString("process:"));
        Api.read("processes/Not_an_id/lineage", 400);
    }

    private static ValidatableResponse read(String path) {
        return given().accept(ContentType.JSON).get("/v1/" + path).then().statusCode(200);
    }
}
