package org.mandateatlas.institutions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Locks of a write, their duration, and the time of its publication. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
@SuppressWarnings("NullAway.Init")
class TransactionTest {

    private static final String LOCK = "select 1 from stream where name = '%s' for update nowait";

    @Inject
    AgroalDataSource database;

    @Inject
    Announcements announcements;

    @BeforeEach
    void awaitFunctions() throws InterruptedException {
        Functions.awaitReplicated();
        announcements.clear();
    }

    @Test
    void aRevisionIsAnnouncedOnceItIsCommitted() {
        Api.create("sources/t-announced", Samples.source("Announced"));

        assertEquals(List.of("source"), announcements.streams());
    }

    @Test
    void aRefusedWriteIsNotAnnounced() {
        Api.create("sources/t-unannounced", Samples.source("Announced"));
        announcements.clear();

        Api.curator()
                .header("If-None-Match", "*")
                .body(Samples.source("Refused"))
                .put("/v1/sources/t-unannounced")
                .then()
                .statusCode(412);

        assertEquals(List.of(), announcements.streams());
    }

    @Test
    void aStreamIsNotLockedWhileAReferenceIsWaitedFor() throws Exception {
        var write = CompletableFuture.supplyAsync(() -> Api.curator()
                .header("If-None-Match", "*")
                .body(Samples.mandate("iom", "Waits").replace("coordination", "t-unknown"))
                .put("/v1/mandates/t-waits"));

        var attempts = 0;
        while (!write.isDone()) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(LOCK.formatted("mandate"));
                attempts++;
            }
            Thread.sleep(10);
        }

        write.get().then().statusCode(422).body("violations[0].detail", containsString("t-unknown"));
        assertTrue(attempts > 10, "the write did not wait");
    }

    @Test
    void aWriteThatFindsItsStreamLockedForLongIsToTryAgain() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(LOCK.formatted("source"));

            Api.curator()
                    .header("If-None-Match", "*")
                    .body(Samples.source("Locked out"))
                    .put("/v1/sources/t-locked")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("type", endsWith("/problems/service-unavailable"));
            connection.rollback();
        }
        Api.create("sources/t-locked", Samples.source("Let in"));
    }

    @Test
    void patchesOfDifferentFieldsAtOnceAreAllKept() throws Exception {
        Api.create("institutions/t-patched", Samples.institution("Patched"));
        try (var writers = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> patches = new ArrayList<>();
            for (var round : IntStream.range(0, 8).toArray()) {
                patches.add(() -> patch("{\"summary\": \"Round %d\"}".formatted(round)));
            }
            patches.add(() -> patch("{\"kind\": \"treaty-body\"}"));
            for (var status : writers.invokeAll(patches)) {
                assertEquals(200, status.get());
            }
        }

        Api.read("institutions/t-patched")
                .body("version", equalTo(10))
                .body("kind", equalTo("treaty-body"))
                .body("summary", containsString("Round "));
        Api.read("institutions/t-patched/history").body("items", hasSize(10));
    }

    private static int patch(String body) {
        return Api.curator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch("/v1/institutions/t-patched")
                .statusCode();
    }
}
