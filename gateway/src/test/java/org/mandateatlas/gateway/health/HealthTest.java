package org.mandateatlas.gateway.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class HealthTest {

    @ConfigProperty(name = "atlas.upstreams.absent-service.url")
    @SuppressWarnings("NullAway.Init")
    URI absent;

    @Test
    void theSuiteIsUpWhenEveryOwnerIs() {
        try (var started = UpstreamServer.start(absent.getPort())) {
            given().when()
                    .get("/health")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("up"))
                    .body("services.find { it.name == 'institutions-service' }.status", equalTo("up"))
                    .body(
                            "services.find { it.name == 'institutions-service' }.collections",
                            hasItems("mandates", "sources"));
        }
    }

    @Test
    void theSuiteIsDownWhenOneOwnerIsAndSaysWhich() {
        given().when()
                .get("/health")
                .then()
                .statusCode(503)
                .body("status", equalTo("down"))
                .body("services.find { it.name == 'absent-service' }.status", equalTo("down"))
                .body("services.find { it.name == 'institutions-service' }.status", equalTo("up"));
    }

    @Test
    void anOwnerThatDoesNotAnswerInASecondIsDown() {
        var asked = new CountDownLatch(1);
        try (var hanging = UpstreamServer.start(absent.getPort())) {
            hanging.at("/q/health/ready", exchange -> {
                try {
                    asked.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            long started = System.nanoTime();
            given().when()
                    .get("/health")
                    .then()
                    .statusCode(503)
                    .body("services.find { it.name == 'absent-service' }.status", equalTo("down"));
            assertTrue(System.nanoTime() - started < Duration.ofSeconds(3).toNanos());
            asked.countDown();
        }
    }

    @Test
    void theGatewayIsReadyWithoutItsOwners() {
        given().when()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", containsInAnyOrder("feed", "Graceful Shutdown"));
    }
}
