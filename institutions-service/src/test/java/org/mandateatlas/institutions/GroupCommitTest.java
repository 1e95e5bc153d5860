package org.mandateatlas.institutions;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Writes that wait for a stream are committed together, each with its own outcome. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
@SuppressWarnings("NullAway.Init")
class GroupCommitTest {

    private static final String LOCK = "select 1 from stream where name = 'source' for update";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void awaitFunctions() throws InterruptedException {
        Functions.awaitReplicated();
    }

    @Test
    void waitingWritesShareATransaction() throws Exception {
        var writes = new ArrayList<Callable<Response>>();
        for (var writer = 0; writer < 16; writer++) {
            var id = "t-group-" + writer;
            writes.add(() -> create(id, Samples.source("In a group")));
        }

        for (var response : whileLocked(writes)) {
            assertEquals(201, response.get().statusCode());
        }
        assertTrue(transactions() < 16, "every write had a transaction of its own");
        assertEquals(16, sequences().size());
        assertEquals(15, sequences().getLast() - sequences().getFirst(), "the sequence has a gap");
    }

    @Test
    void aRefusedWriteDoesNotHarmOthers() throws Exception {
        Api.create("sources/t-cited", Samples.source("Cited"));
        var responses = whileLocked(List.of(
                () -> create("t-beside-1", Samples.source("Beside a refused write")),
                () -> create("t-cited", Samples.source("Exists already")),
                () -> create(
                        "t-citing",
                        Samples.source("Cites nothing that exists")
                                .replace("}", ", \"citations\": [{\"source\": \"t-nowhere\"}]}")),
                () -> create("t-beside-2", Samples.source("Beside a refused write"))));

        responses.get(0).get().then().statusCode(201);
        responses.get(1).get().then().statusCode(412);
        responses.get(2).get().then().statusCode(422).body("violations[0].detail", containsString("t-nowhere"));
        responses.get(3).get().then().statusCode(201);
    }

    @Test
    void ofWritesToOneDocumentOneSucceeds() throws Exception {
        Api.create("sources/t-contended", Samples.source("Contended"));
        var writes = new ArrayList<Callable<Response>>();
        for (var writer = 0; writer < 8; writer++) {
            var body = Samples.source("Contended by writer " + writer);
            writes.add(
                    () -> Api.curator().header("If-Match", "\"1\"").body(body).put("/v1/sources/t-contended"));
        }

        var codes = new ArrayList<Integer>();
        for (var response : whileLocked(writes)) {
            codes.add(response.get().statusCode());
        }
        assertEquals(1, codes.stream().filter(code -> code == 200).count(), codes.toString());
        assertEquals(7, codes.stream().filter(code -> code == 412).count(), codes.toString());
    }

    private static Response create(String id, String body) {
        return Api.curator().header("If-None-Match", "*").body(body).put("/v1/sources/" + id);
    }

    /** Sends the writes while the stream is locked for half a second, so that they wait for it together. */
    private List<Future<Response>> whileLocked(List<Callable<Response>> writes)
            throws SQLException, InterruptedException, ExecutionException {
        try (var writers = Executors.newFixedThreadPool(writes.size());
                var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(LOCK);
            var responses = writes.stream().map(writers::submit).toList();
            Thread.sleep(500);
            connection.rollback();
            for (var response : responses) {
                response.get();
            }
            return responses;
        }
    }

    private int transactions() throws SQLException {
        return select("select count(distinct xmin::text) from revision where document_id like 't-group-%'")
                .getFirst()
                .intValue();
    }

    private List<Long> sequences() throws SQLException {
        return select("select sequence from revision where document_id like 't-group-%' order by sequence");
    }

    private List<Long> select(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<Long>();
            while (rows.next()) {
                values.add(rows.getLong(1));
            }
            return values;
        }
    }
}
