package org.mandateatlas.local.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The database of a service, read in one transaction. */
final class ServiceDatabase implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FETCH = 500;

    private static final String STREAMS = """
            select s.name, s.sequence, s.hash, coalesce(p.sequence, 0)
            from stream s left join publication p on p.stream = s.name order by s.name""";

    private static final String REVISIONS = """
            select sequence, document_id, version, change, correction, recorded_at, effective, actor, note, document::text,
                   patch::text, hash
            from revision where stream = ? order by sequence""";

    private static final String REPLICAS = """
            select stream, sequence, document_id, recorded_at from replica_revision order by stream, sequence""";

    private static final String CURRENT = """
            select e.stream, e.id, e.mentions, r.document::text
            from entry e join revision r on r.stream = e.stream and r.document_id = e.id and r.version = e.version
            where e.known_to is null""";

    private final String name;
    private final Connection connection;

    private ServiceDatabase(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    static ServiceDatabase open(String name, String url, String password) throws SQLException {
        var connection = DriverManager.getConnection(url, name, password);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return new ServiceDatabase(name, connection);
    }

    String name() {
        return name;
    }

    /** Reads the logs of all streams and computes their hash chains again. */
    Map<String, VerifiedLog> logs() throws SQLException {
        var logs = new TreeMap<String, VerifiedLog>();
        try (var statement = connection.createStatement();
                var streams = statement.executeQuery(STREAMS)) {
            while (streams.next()) {
                var log = new VerifiedLog(streams.getString(1), streams.getLong(4));
                verify(log, streams.getLong(2), streams.getString(3));
                logs.put(log.stream(), log);
            }
        }
        return logs;
    }

    private void verify(VerifiedLog log, long last, String lastHash) throws SQLException {
        var hash = RevisionHash.START;
        try (var statement = connection.prepareStatement(REVISIONS)) {
            statement.setFetchSize(FETCH);
            statement.setString(1, log.stream());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong("sequence") != log.last() + 1) {
                        log.setBroken("revision " + (log.last() + 1) + " is missing");
                        return;
                    }
                    hash = hash(hash, log.stream(), rows);
                    if (!hash.equals(rows.getString("hash"))) {
                        log.setBroken("revision " + rows.getLong("sequence") + " does not match its hash");
                        return;
                    }
                    log.add(rows.getString("document_id"), instant(rows, "recorded_at"));
                }
            }
        }
        if (log.last() != last || last > 0 && !hash.equals(lastHash)) {
            log.setBroken("the stream ends at " + log.last() + " instead of " + last);
        }
    }

    private static String hash(String previous, String stream, ResultSet row) throws SQLException {
        return RevisionHash.of(Arrays.asList(
                previous,
                stream,
                row.getString("sequence"),
                row.getString("document_id"),
                row.getString("version"),
                row.getString("change"),
                Boolean.toString(row.getBoolean("correction")),
                instant(row, "recorded_at").toString(),
                row.getString("effective"),
                row.getString("actor"),
                row.getString("note"),
                row.getString("document"),
                row.getString("patch")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Compares the replicas of other services' streams with their logs and returns the number of revisions of each. */
    Map<String, Long> verifyReplicas(Map<String, VerifiedLog> logs, Report report) throws SQLException {
        var counts = new TreeMap<String, Long>();
        var different = new TreeSet<String>();
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery(REPLICAS)) {
                while (rows.next()) {
                    var stream = rows.getString(1);
                    var sequence = rows.getLong(2);
                    var log = logs.get(stream);
                    var fits = log == null
                            || sequence > log.last()
                            || log.has(sequence, rows.getString(3), instant(rows, "recorded_at"));
                    if (counts.merge(stream, 1L, Long::sum) != sequence || !fits) {
                        different.add(stream);
                    }
                }
            }
        }
        for (var stream : counts.entrySet()) {
            if (different.contains(stream.getKey())) {
                report.finding("The replica of " + stream.getKey() + " in " + name + " differs from the log.");
            } else {
                report.line("%s: replica of %s, %d revisions", name, stream.getKey(), stream.getValue());
            }
        }
        return counts;
    }

    /** Returns the last sequence of each stream at this moment; ends the transaction of the other reads. */
    Map<String, Long> heads() throws SQLException {
        connection.rollback();
        var heads = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var streams = statement.executeQuery(STREAMS)) {
            while (streams.next()) {
                heads.put(streams.getString(1), streams.getLong(2));
            }
        }
        return heads;
    }

    /** Adds the current documents, each as {@code stream=id}, with the documents that they refer to and the sources that they cite. */
    void addDocuments(Map<String, Set<String>> documents) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery(CURRENT)) {
                while (rows.next()) {
                    var references = new TreeSet<>(
                            Arrays.asList((String[]) rows.getArray(3).getArray()));
                    addSources(JSON.readTree(rows.getString(4)), references);
                    documents.put(rows.getString(1) + "=" + rows.getString(2), references);
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addSources(JsonNode node, Set<String> references) {
        for (var citation : node.path("citations")) {
            references.add("source=" + citation.path("source").asText());
        }
        node.forEach(child -> addSources(child, references));
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
