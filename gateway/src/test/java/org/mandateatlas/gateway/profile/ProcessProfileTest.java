package org.mandateatlas.gateway.profile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(WithoutCache.class)
class ProcessProfileTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    OwnedDocuments documents;

    @BeforeEach
    void theBerneInitiativeIsKnown() {
        documents = new OwnedDocuments(
                        owner,
                        "processes",
                        "participations",
                        "meetings",
                        "outputs",
                        "instruments",
                        "institutions",
                        "functions")
                .with("processes", """
                        {"id":"berne-initiative","name":"Berne Initiative","kind":"consultation","functions":["discussion-platform"],
                         "predecessors":[],"validity":{"from":"2001","to":"2004"}}""")
                .naming("function", "discussion-platform", "Platform for discussion")
                .naming("institution", "iom", "International Organization for Migration")
                .naming("instrument", "iamm", "International Agenda for Migration Management")
                .timeline("berne-initiative", "2001", "2004-12-16")
                .with("participations", """
                        {"id":"berne-iom","process":"berne-initiative","institution":"iom","actor":null,"role":"secretariat",
                         "text":"Ran it","validity":{"from":"2001","to":"2004"},"citations":[]}""")
                .with("participations", """
                        {"id":"berne-iom-chair","process":"berne-initiative","institution":"iom","actor":null,"role":"chair",
                         "text":null,"validity":{"from":"2002","to":"2003"},"citations":[]}""")
                .with("participations", """
                        {"id":"berne-swiss","process":"berne-initiative","institution":null,
                         "actor":{"name":"Switzerland","kind":"state"},"role":"initiator","text":null,
                         "validity":{"from":"2001","to":"2004"},"citations":[]}""")
                .with("meetings", """
                        {"id":"berne-2004","process":"berne-initiative","name":"Berne II","place":"Berne",
                         "validity":{"from":"2004-12-16","to":"2004-12-17"}}""")
                .with("outputs", """
                        {"id":"agenda","process":"berne-initiative","title":"Agenda","kind":"agenda","instrument":"iamm",
                         "validity":{"from":"2004","to":null}}""")
                .with("instruments", """
                        {"id":"iamm","title":"International Agenda for Migration Management","validity":{"from":"2004","to":null}}""")
                .at("/v1/processes/berne-initiative/lineage", 200, """
                        {"process":"berne-initiative","knownAt":null,
                         "processes":[{"id":"berne-initiative","name":"Berne Initiative"}],"links":[]}""");
    }

    @Test
    void aProfileHasAllThatTheRegistryHoldsAboutAProcess() {
        profile("?validAt=2004-12-31")
                .statusCode(200)
                .body("process.name", equalTo("Berne Initiative"))
                .body("names.functions.'discussion-platform'", equalTo("Platform for discussion"))
                .body("meetings.place", contains("Berne"))
                .body("outputs.title", contains("Agenda"))
                .body("instruments.title", contains("International Agenda for Migration Management"))
                .body("lineage.processes.name", contains("Berne Initiative"))
                .body("lineage.links", hasSize(0))
                .body("timeline", hasSize(2))
                .body("missing", hasSize(0));
    }

    @Test
    void participationsAreListedWithTheNamesOfTheParticipants() {
        profile("")
                .body("participations.role", contains("secretariat", "chair", "initiator"))
                .body("names.institutions.iom", equalTo("International Organization for Migration"));
    }

    @Test
    void anInstrumentThatIsUnavailableIsMissing() {
        documents.at("/v1/instruments/iamm", 500, "{}");
        profile("?validAt=2004-06-01&knownAt=2020-01-01T00:00:00Z")
                .body("instruments", hasSize(0))
                .body("missing.part", contains("instruments"))
                .body("missing.collections", contains(List.of("instruments")));
    }

    @Test
    void anInstrumentThatDoesNotExistOnTheDayIsLeftOut() {
        documents.at("/v1/instruments/iamm", 404, "{}");
        profile("?validAt=2003-06-01").body("instruments", hasSize(0)).body("missing", hasSize(0));
    }

    private static ValidatableResponse profile(String query) {
        return given().when()
                .get("/v1/processes/berne-initiative/profile" + query)
                .then()
                .statusCode(200);
    }
}
