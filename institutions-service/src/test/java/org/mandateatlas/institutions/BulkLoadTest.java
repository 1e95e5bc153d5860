package org.mandateatlas.institutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.mandateatlas.institutions.mandate.Mandates;
import org.mandateatlas.registry.BulkLoadRepository;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** A bulk load leaves the rows that writes over HTTP leave. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class BulkLoadTest {

    private static final String ID = "bulk-loaded";

    /** The rows of a document in every table that has any, without what depends on the moment and on the log before. */
    private static final String ROWS = """
            select query_to_xml(format(
                'select to_jsonb(t) - array[''sequence'', ''recorded_at'', ''known_from'', ''known_to'', ''hash'', ''patch'',
                                            ''document'', ''effective'', ''actor'', ''digest'', ''traceparent''] as row
                 from %I.%I t where t.stream = ''mandate'' and t.%I = ''bulk-loaded'' order by 1', c.table_schema, c.table_name,
                c.column_name), true, false, '')::text
            from information_schema.columns c
            where c.table_schema = ? and c.table_name = ? and c.column_name in ('id', 'document_id')""";

    private static final List<String> TABLES = List.of(
            "revision",
            "entry",
            "facet",
            "boundary",
            "boundary_term",
            "dated_item",
            "dated_term",
            "living",
            "reference");

    @Inject
    AgroalDataSource database;

    @Test
    void everyRowIsThatOfAWrite() throws SQLException {
        var first = Samples.mandate("iom", "Charge to load");
        var second = Samples.mandate("iom", "Charge to load in bulk");
        Api.create("mandates/" + ID, first);
        Api.replace("mandates/" + ID, second);

        Flyway.configure()
                .dataSource(database)
                .schemas("bulk")
                .locations("classpath:db/registry")
                .load()
                .migrate();
        try (var connection = database.getConnection()) {
            connection.setSchema("bulk");
            for (var stream : List.of("institution", "source")) {
                open(connection, stream);
            }
            var load = new BulkLoadRepository<>(
                    connection, new Mandates(), Set.of("institution", "mandate", "source"), "bench");
            var at = Instant.parse("2026-01-01T00:00:00Z");
            var before = load.append(ID, DocumentJson.parse(bytes(first)), at, at.plusSeconds(1), null);
            load.append(ID, DocumentJson.parse(bytes(second)), at.plusSeconds(1), null, before);
            load.finish();

            for (var table : TABLES) {
                var written = rows(connection, "public", table);
                assertFalse(written.isBlank(), table);
                assertEquals(written, rows(connection, "bulk", table), table);
            }
            connection.setSchema("public");
        }
    }

    /** Makes the documents that mandates refer to. */
    private static void open(Connection connection, String stream) throws SQLException {
        try (var open = connection.prepareStatement(
                        "insert into stream (name, sequence, recorded_at, hash) values (?, 0, timestamptz 'epoch', '')");
                var living = connection.prepareStatement(
                        "insert into living (stream, id) select stream, id from public.living where stream = ?")) {
            open.setString(1, stream);
            open.executeUpdate();
            living.setString(1, stream);
            living.executeUpdate();
        }
    }

    private static String rows(Connection connection, String schema, String table) throws SQLException {
        try (var statement = connection.prepareStatement(ROWS)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
