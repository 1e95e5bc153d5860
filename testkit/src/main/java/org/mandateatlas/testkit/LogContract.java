package org.mandateatlas.testkit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.registry.LogIntegrity;

/**
 * Guarantees of the log of every service: it cannot be rewritten, tampering is detected, and every change is published in
 * sequence across Kafka outages.
 */
public abstract class LogContract {

    private static final String LOG_HEALTH = "checks.find { it.name == 'log' }.data";
    private static final int WRITES = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String stream;
    private final String collection;
    private final IntFunction<String> document;
    private final String rewrite;

    /**
     * Creates the tests for a collection with at least three documents in the dataset.
     *
     * @param document returns the body of the n-th version of a document
     */
    protected LogContract(String stream, String collection, IntFunction<String> document) {
        this.stream = stream;
        this.collection = collection;
        this.document = document;
        this.rewrite = "update revision set actor = '%s' where stream = '" + stream + "' and sequence = 3";
    }

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        OtherServices.awaitReplicated();
    }

    @Test
    void theDatabaseRejectsChangesOfTheLog() {
        assertThrows(SQLException.class, () -> execute(rewrite.formatted("mallory")));
        assertThrows(
                SQLException.class,
                () -> execute("delete from revision where stream = '" + stream + "' and sequence = 3"));
        assertThrows(SQLException.class, () -> execute("truncate revision cascade"));
    }

    @Test
    void aRewrittenRevisionIsDetectedByTheNextVerificationAndNotByEveryRequest() throws Exception {
        verifyLog();
        var verifiedAt = logHealth(200).extract().<String>path(LOG_HEALTH + ".verifiedAt");
        execute("alter table revision disable trigger append_only");
        try {
            execute(rewrite.formatted("mallory"));

            logHealth(200).body(LOG_HEALTH + ".verifiedAt", equalTo(verifiedAt));
            verifyLog();
            logHealth(503).body(LOG_HEALTH + ".'" + stream + "'", equalTo(3));
            given().get("/q/metrics").then().body(containsString("atlas_log_broken_streams 1.0"));
        } finally {
            execute(rewrite.formatted("dataset"));
            execute("alter table revision enable trigger append_only");
        }
        verifyLog();
        logHealth(200);
        given().get("/q/metrics").then().body(containsString("atlas_log_broken_streams 0.0"));
    }

    private static void verifyLog() {
        Arc.container().instance(LogIntegrity.class).get().verifyAll();
    }

    private static ValidatableResponse logHealth(int status) {
        return given().get("/q/health/well").then().statusCode(status);
    }

    @Test
    void nothingIsLostOrDuplicatedDuringAKafkaOutage() {
        var path = collection + "/log-outage";
        Api.create(path, document.apply(0));
        Servers.stopKafka();
        try {
            for (var i = 1; i <= WRITES; i++) {
                Api.replace(path, document.apply(i));
            }
        } finally {
            Servers.startKafka();
        }

        try (var subscriber = new Subscriber("atlas." + stream + ".v1")) {
            var events =
                    subscriber.await(WRITES + 1, TIMEOUT, event -> event.key().equals("log-outage"));

            assertEquals(WRITES + 1, events.size());
            var sequences = subscriber.received().stream()
                    .map(event -> Long.parseLong(Subscriber.header(event, "ce_sequence")))
                    .distinct()
                    .toList();
            assertEquals(LongStream.rangeClosed(1, sequences.size()).boxed().toList(), sequences);
            assertTrue(events.getLast().value().contains("Write " + WRITES));
        }
    }

    private static void execute(String sql) throws SQLException {
        var database = Arc.container().instance(AgroalDataSource.class).get();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
