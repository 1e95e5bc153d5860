package org.mandateatlas.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.institutions.mandate.Mandates;
import org.mandateatlas.registry.BulkLoadRepository;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentType;
import org.postgresql.PGConnection;

/** The database of institutions-service with very many mandates, written without the service. */
final class ScaleDatabase {

    private static final Set<String> STREAMS = Set.of("institution", "instrument", "mandate", "source");
    private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");
    private static final Duration RECORDING = Duration.ofDays(1600);

    private static final List<String> LARGE = List.of("revision", "entry", "facet", "boundary", "dated_item");

    /** Number of mandates recorded before the first of them gets its second version. */
    private static final int LAG = 20_000;

    private static final String REVISIONS = """
            copy (select stream, sequence, document_id, version, change, recorded_at, document
                  from revision where stream = '%s') to stdout""";

    private static final String PROGRESS = """
            insert into replica_stream (stream, sequence, log_offset)
            select stream, max(sequence), 0 from replica_revision group by stream""";

    private final DataSource database;
    private final ScaleDocuments documents;
    private final int mandates;

    ScaleDatabase(DataSource database, ScaleDocuments documents, int mandates) {
        this.database = database;
        this.documents = documents;
        this.mandates = mandates;
    }

    /** Makes the schema and writes all documents. */
    void load() throws SQLException {
        migrate(database);
        try (var connection = database.getConnection()) {
            prepare(connection);
            var indexes = TableIndexes.drop(connection);
            load(
                    connection,
                    new org.mandateatlas.institutions.source.Sources(),
                    ScaleDocuments.SOURCES + 1,
                    ScaleDocuments::source);
            load(
                    connection,
                    new org.mandateatlas.institutions.institution.Institutions(),
                    documents.institutions(),
                    InstitutionGenerator::document);
            loadMandates(connection);
            indexes.restore(connection);
            for (var table : LARGE) {
                execute(connection, "alter table " + table + " reset (autovacuum_enabled)");
            }
            execute(connection, "vacuum (analyze)");
        }
    }

    /** Makes the schema of a service that replicates the streams, and copies these into it as if they had been published. */
    void replicate(DataSource replica, Set<String> streams) throws SQLException {
        migrate(replica);
        try (var from = database.getConnection();
                var to = replica.getConnection()) {
            prepare(to);
            var indexes = TableIndexes.drop(to);
            for (var stream : streams) {
                var revisions = from.unwrap(PGConnection.class).getCopyAPI().copyOut(REVISIONS.formatted(stream));
                var replicas = to.unwrap(PGConnection.class).getCopyAPI().copyIn("copy replica_revision from stdin");
                for (var row = revisions.readFromCopy(); row != null; row = revisions.readFromCopy()) {
                    replicas.writeToCopy(row, 0, row.length);
                }
                replicas.endCopy();
            }
            execute(to, PROGRESS);
            indexes.restore(to);
            execute(to, "vacuum (analyze)");
        }
    }

    private static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/registry", "classpath:db/replication")
                .load()
                .migrate();
    }

    private static void prepare(Connection connection) throws SQLException {
        execute(connection, "set maintenance_work_mem = '1GB'");
        execute(connection, "set synchronous_commit = off");
        for (var table : LARGE) {
            execute(connection, "alter table " + table + " set (autovacuum_enabled = false)");
        }
    }

    private <D extends Document> void load(
            Connection connection, DocumentType<D> type, int count, IntFunction<Map<String, @Nullable Object>> document)
            throws SQLException {
        var load = new BulkLoadRepository<>(connection, type, STREAMS, "bench");
        for (var i = 0; i < count; i++) {
            append(load, document.apply(i), FIRST.plusSeconds(i + 1), null, null);
        }
        load.finish();
    }

    private void loadMandates(Connection connection) throws SQLException {
        var load = new BulkLoadRepository<>(connection, new Mandates(), STREAMS, "bench");
        var lag = Math.min(LAG, (mandates + 3) / 4);
        var first = new HashMap<Integer, BulkLoadRepository.Version>();
        for (var i = 0; i < mandates + lag; i++) {
            var second = i - lag;
            if (i < mandates) {
                first.put(i, append(load, documents.first(i), recorded(2L * i), recorded(2L * (i + lag) + 1), null));
            }
            if (second >= 0) {
                append(load, documents.second(second), recorded(2L * i + 1), null, first.remove(second));
            }
        }
        load.finish();
    }

    private static BulkLoadRepository.Version append(
            BulkLoadRepository<?> load,
            Map<String, @Nullable Object> content,
            Instant recordedAt,
            @Nullable Instant supersededAt,
            BulkLoadRepository.@Nullable Version before)
            throws SQLException {
        var body = (ObjectNode) DocumentJson.node(content);
        return load.append(body.path("id").textValue(), body, recordedAt, supersededAt, before);
    }

    private Instant recorded(long step) {
        return FIRST.plusMillis(1 + step * (RECORDING.toMillis() / (2L * (mandates + LAG))));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
