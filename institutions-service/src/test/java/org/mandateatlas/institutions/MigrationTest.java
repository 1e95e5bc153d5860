package org.mandateatlas.institutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** A database that an earlier version filled becomes, by migration, one like that of the running service, with all of its rows. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class MigrationTest {

    private static final String COLUMNS = """
            select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable from information_schema.columns
            where table_schema = '%s' and table_name <> 'flyway_schema_history' order by 1""";

    /** Tables in the order in which rows can be inserted: referenced ones first. */
    private static final String TABLES = """
            select table_name from information_schema.tables where table_schema = '%s'
            and table_name not in ('flyway_schema_history', 'index_version')
            order by array_position(array['stream', 'replica_stream', 'revision', 'living', 'entry'], table_name::text) nulls last, table_name""";

    private static final String SHARED_COLUMNS = """
            select string_agg(quote_ident(column_name), ', ') from information_schema.columns earlier
            where table_schema = '%1$s' and table_name = '%2$s' and is_generated = 'NEVER' and exists (
                select from information_schema.columns current where current.table_schema = 'public'
                and current.table_name = earlier.table_name and current.column_name = earlier.column_name)""";

    @ParameterizedTest
    @ValueSource(strings = {"20261126.1145", "20261126.1450", "20261126.1500", "20261126.1800"})
    void rowsOfAnEarlierVersionAreKept(String version) throws SQLException {
        Api.create("institutions/m-" + version.replace('.', '-'), Samples.institution("Migrated " + version));
        var schema = "earlier_" + version.replace('.', '_');
        try (var connection = Servers.connect()) {
            migrate(connection, schema, version);
            for (var table : rows(connection, TABLES.formatted(schema))) {
                copy(connection, schema, table);
            }

            migrate(connection, schema, "latest");

            assertEquals(rows(connection, COLUMNS.formatted("public")), rows(connection, COLUMNS.formatted(schema)));
            var log =
                    "select stream || sequence || hash || document from %s.revision where stream = 'institution' order by 1";
            assertFalse(rows(connection, log.formatted(schema)).isEmpty());
            assertEquals(rows(connection, log.formatted("public")), rows(connection, log.formatted(schema)));
            var index =
                    "select id || version || known_from || valid_from from %s.entry where stream = 'institution' order by 1";
            assertEquals(rows(connection, index.formatted("public")), rows(connection, index.formatted(schema)));
        }
    }

    private static void migrate(Connection connection, String schema, String version) throws SQLException {
        Flyway.configure()
                .dataSource(connection.getMetaData().getURL(), "atlas", "atlas")
                .schemas(schema)
                .locations("classpath:db/registry", "classpath:db/replication")
                .target(version)
                .load()
                .migrate();
    }

    private static void copy(Connection connection, String schema, String table) throws SQLException {
        var columns = rows(connection, SHARED_COLUMNS.formatted(schema, table)).getFirst();
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "insert into %1$s.%2$s (%3$s) select %3$s from public.%2$s".formatted(schema, table, columns));
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var results = statement.executeQuery(query)) {
            while (results.next()) {
                rows.add(results.getString(1));
            }
        }
        return rows;
    }
}
