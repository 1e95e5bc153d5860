package org.mandateatlas.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The indexes and constraints of all tables, taken off while very many rows are loaded. */
final class TableIndexes {

    /** Foreign keys come first, as they need the keys of others. */
    private static final String CONSTRAINTS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint
            where contype in ('f', 'p', 'u') and connamespace = 'public'::regnamespace
              and conrelid::regclass::text <> 'flyway_schema_history'
            order by contype, conname""";

    private static final String INDEXES = """
            select format('drop index %I', indexname), indexdef from pg_indexes
            where schemaname = 'public' and tablename <> 'flyway_schema_history' order by indexname""";

    private final List<String> restoring;

    private TableIndexes(List<String> restoring) {
        this.restoring = restoring;
    }

    /** Drops them all. */
    static TableIndexes drop(Connection connection) throws SQLException {
        var restoring = new ArrayList<String>();
        for (var query : List.of(CONSTRAINTS, INDEXES)) {
            var dropping = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    dropping.add(rows.getString(1));
                    restoring.addFirst(rows.getString(2));
                }
            }
            for (var sql : dropping) {
                execute(connection, sql);
            }
        }
        return new TableIndexes(List.copyOf(restoring));
    }

    /** Makes them again. */
    void restore(Connection connection) throws SQLException {
        for (var sql : restoring) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
