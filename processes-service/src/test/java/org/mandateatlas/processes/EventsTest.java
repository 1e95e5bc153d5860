package org.mandateatlas.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.processes.participation.ParticipationFixture.aParticipation;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.OtherServices;
import org.mandateatlas.testkit.Servers;
import org.mandateatlas.testkit.Subscriber;

/** Events of processes and participations. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(InstitutionsAndFunctions.class)
class EventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        OtherServices.awaitReplicated();
    }

    @Test
    void whoJoinsIsToldOfWithinASecondAndSoIsWhoLeaves() {
        try (var subscriber = new Subscriber("atlas.participation.v1")) {
            subscriber.await(1, PATIENCE, event -> event.key().equals("geneva-migration-group-iom-member"));

            Api.create("participations/e-iom", aParticipation().called("e-iom").json());
            var joined = subscriber
                    .await(1, MOMENT, event -> event.key().equals("e-iom"))
                    .getLast();
            Api.replace(
                    "participations/e-iom",
                    aParticipation().called("e-iom").until("2004-11").json());
            var left = subscriber
                    .await(2, MOMENT, event -> event.key().equals("e-iom"))
                    .getLast();

            assertEquals("org.mandateatlas.participation.joined.v1", Subscriber.header(joined, "ce_type"));
            assertEquals("/v1/participations", Subscriber.header(joined, "ce_source"));
            assertEquals("2001-06", Subscriber.header(joined, "ce_effective"));
            assertEquals("org.mandateatlas.participation.left.v1", Subscriber.header(left, "ce_type"));
            assertEquals("2004-11", Subscriber.header(left, "ce_effective"));
            var value = JsonPath.from(left.value());
            assertEquals("left", value.getString("change"));
            assertEquals("2004-11", value.getString("document.validity.to"));
            assertEquals("berne-initiative", value.getString("document.process"));
        }
    }

    @Test
    void aDateThatIsPutRightIsACorrection() {
        Api.create("participations/e-dated", aParticipation().called("e-dated").json());
        Api.curator()
                .header("If-Match", "\"1\"")
                .header("Change-Kind", "correction")
                .header("Change-Note", "The minutes say so")
                .body(aParticipation().called("e-dated").from("2001-07").json())
                .put("/v1/participations/e-dated")
                .then()
                .statusCode(200);
        Api.curator()
                .header("If-Match", "\"2\"")
                .delete("/v1/participations/e-dated")
                .then()
                .statusCode(204);
        Api.create("participations/e-dated", aParticipation().called("e-dated").json());

        try (var subscriber = new Subscriber("atlas.participation.v1")) {
            var events = subscriber.await(4, PATIENCE, event -> event.key().equals("e-dated"));

            assertEquals(
                    List.of("joined", "corrected", "retracted", "restored"),
                    events.stream()
                            .map(event -> JsonPath.from(event.value()).getString("change"))
                            .toList());
            assertEquals(true, JsonPath.from(events.get(1).value()).getBoolean("correction"));
            assertEquals(
                    "The minutes say so", JsonPath.from(events.get(1).value()).getString("note"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "process, processes, berne-initiative, created",
        "participation, participations, geneva-migration-group-iom-member, joined",
        "meeting, meetings, gcim-launch-2003, created",
        "output, outputs, hague-process-declaration, created"
    })
    void theDatasetIsPublishedToo(String stream, String collection, String id, String change) {
        try (var subscriber = new Subscriber("atlas." + stream + ".v1")) {
            var event = subscriber
                    .await(1, PATIENCE, candidate -> candidate.key().equals(id))
                    .getFirst();

            assertEquals("org.mandateatlas." + stream + "." + change + ".v1", Subscriber.header(event, "ce_type"));
            assertEquals("/v1/" + collection, Subscriber.header(event, "ce_source"));
        }
    }
}
