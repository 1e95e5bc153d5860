package org.mandateatlas.local.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.KafkaBroker;
import org.mandateatlas.embedded.PostgresServer;

/** A verification finds what has been changed in logs, topics, replicas and documents. */
class SuiteVerificationTest {

    private static final String TIME = "2026-11-26T12:00:00Z";
    private static final String DOCUMENT = "{\"id\": \"paper\", \"citations\": [{\"source\": \"paper\"}]}";

    private static final String SCHEMA = """
            create table stream (name text, sequence bigint, hash text);
            create table publication (stream text, sequence bigint);
            create table revision (stream text, sequence bigint, document_id text, version int, change text, correction boolean,
                recorded_at timestamptz, effective text, actor text, note text, document json, patch json, hash text);
            create table replica_revision (stream text, sequence bigint, document_id text, recorded_at timestamptz);
            create table entry (stream text, id text, version int, mentions text[], known_to timestamptz);
            insert into stream values ('source', 2, '%2$s');
            insert into publication values ('source', 2);
            insert into revision values
                ('source', 1, 'paper', 1, 'created', false, '%1$s', null, 'ada', null, '%4$s', '[]', '%3$s'),
                ('source', 2, 'paper', 2, 'changed', false, '%1$s', null, 'ada', null, '%4$s', '[]', '%2$s');
            insert into replica_revision values ('source', 1, 'paper', '%1$s'), ('source', 2, 'paper', '%1$s');
            insert into entry values ('source', 'paper', 2, '{}', null);""";

    private final int postgresPort = FreePort.find();
    private final int kafkaPort = FreePort.find();

    @Test
    void everyDifferenceIsFound(@TempDir Path folder) throws Exception {
        try (var postgres = PostgresServer.start(
                        folder.resolve("postgres"),
                        folder.resolve("binaries"),
                        postgresPort,
                        folder.resolve("postgres.log"));
                var kafka = KafkaBroker.start(folder.resolve("kafka"), kafkaPort, FreePort.find())) {
            postgres.createDatabase("atlas", "atlas");
            var first = hash(RevisionHash.START, 1, "created");
            execute(SCHEMA.formatted(TIME, hash(first, 2, "changed"), first, DOCUMENT));
            createTopic();
            publish(1);
            assertFound("The topic atlas.source.v1 lacks event 2 of 2.");
            publish(2);

            assertFound();

            execute("update entry set mentions = '{institution=atlantis}'");
            assertFound("source=paper refers to institution=atlantis, which does not exist.");
            execute("update entry set mentions = '{}'");
            execute("update replica_revision set document_id = 'letter' where sequence = 2");
            assertFound("The replica of source in atlas differs from the log.");
            execute("update replica_revision set document_id = 'paper'; insert into replica_revision values"
                    + " ('source', 3, 'paper', now())");
            assertFound("The replica in atlas of stream source is ahead of its log: 3 instead of 2.");
            execute(
                    "delete from replica_revision where sequence = 3; update revision set actor = 'eve' where sequence = 2");
            assertFound("The log of source in atlas: revision 2 does not match its hash.");
        }
    }

    private static String hash(String previous, int number, String change) {
        return RevisionHash.of(Arrays.asList(
                previous,
                "source",
                Integer.toString(number),
                "paper",
                Integer.toString(number),
                change,
                "false",
                TIME,
                null,
                "ada",
                null,
                DOCUMENT,
                "[]"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + postgresPort + "/atlas", "atlas", "atlas");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void createTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) ("127.0.0.1:" + kafkaPort)))) {
            admin.createTopics(List.of(new NewTopic("atlas.source.v1", 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private void publish(int sequence) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + kafkaPort),
                new StringSerializer(),
                new StringSerializer())) {
            var event = new ProducerRecord<>("atlas.source.v1", 0, "paper", "{}");
            event.headers()
                    .add("ce_sequence", "%010d".formatted(sequence).getBytes(UTF_8))
                    .add("ce_subject", "paper".getBytes(UTF_8))
                    .add("ce_time", TIME.getBytes(UTF_8));
            producer.send(event).get(20, TimeUnit.SECONDS);
        }
    }

    private void assertFound(String... findings) throws SQLException {
        var output = new ByteArrayOutputStream();
        var verification = new SuiteVerification(
                postgresPort, "127.0.0.1:" + kafkaPort, role -> role, new PrintStream(output, true, UTF_8));

        var found = verification.run(List.of("atlas"));

        var report = output.toString(UTF_8);
        for (var finding : findings) {
            assertTrue(report.contains("! " + finding), report);
        }
        assertEquals(findings.length == 0, found == 0, report);
        assertEquals(findings.length == 0, report.contains("Everything matches."), report);
    }
}
