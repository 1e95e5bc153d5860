package org.mandateatlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.functions.capacity.CapacityFixture.aCapacity;

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
import org.mandateatlas.testkit.Servers;
import org.mandateatlas.testkit.Subscriber;

/** Events of functions, capacities and options. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class EventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Institutions.awaitReplicated();
    }

    @Test
    void aCapacityIsCreatedChangedAndEnded() {
        Api.create("capacities/e-iom", aCapacity().called("e-iom").json());
        Api.replace(
                "capacities/e-iom", aCapacity().called("e-iom").at("marginal").json());
        Api.replace(
                "capacities/e-iom",
                aCapacity().called("e-iom").at("marginal").until("2018").json());

        try (var subscriber = new Subscriber("atlas.capacity.v1")) {
            var events = subscriber.await(3, PATIENCE, event -> event.key().equals("e-iom"));

            assertEquals(
                    List.of("created", "changed", "ended"),
                    events.stream()
                            .map(event -> JsonPath.from(event.value()).getString("change"))
                            .toList());
            assertEquals("org.mandateatlas.capacity.ended.v1", Subscriber.header(events.getLast(), "ce_type"));
            assertEquals("/v1/capacities", Subscriber.header(events.getLast(), "ce_source"));
            assertEquals("marginal", JsonPath.from(events.getLast().value()).getString("document.level"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "function, functions, coordination",
        "policy-option, policy-options, create-new-agency",
        "objective, objectives, fewer-deaths-in-transit",
        "governance-model, governance-models, supranational"
    })
    void theDatasetIsPublishedToo(String stream, String collection, String id) {
        try (var subscriber = new Subscriber("atlas." + stream + ".v1")) {
            var event = subscriber
                    .await(1, PATIENCE, candidate -> candidate.key().equals(id))
                    .getFirst();

            assertEquals("org.mandateatlas." + stream + ".created.v1", Subscriber.header(event, "ce_type"));
            assertEquals("/v1/" + collection, Subscriber.header(event, "ce_source"));
        }
    }

    @Test
    void anOptionsOperationsSayTheirTypeInEventsToo() {
        try (var subscriber = new Subscriber("atlas.policy-option.v1")) {
            var event = subscriber
                    .await(1, PATIENCE, candidate -> candidate.key().equals("create-new-agency"))
                    .getFirst();

            assertEquals("create-institution", JsonPath.from(event.value()).getString("document.operations[0].type"));
        }
    }
}
