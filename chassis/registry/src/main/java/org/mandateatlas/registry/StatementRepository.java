package org.mandateatlas.registry;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Runs the statements that a service composes for a query, and batches of statements for other repositories. */
@ApplicationScoped
public class StatementRepository {

    private static final int NEVER_PREPARED = 0;
    private static final int PLANNED = 1;

    private final AgroalDataSource database;

    StatementRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Runs a statement that is planned anew: which index is best depends on how often the values occur. */
    public <T> T select(Clause clause, RowsReader<T> reader) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(clause.sql())) {
            return select(connection, statement, clause, NEVER_PREPARED, reader);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs a statement that is planned once for all its values: one that reads few rows whatever they are, and whose planning
     * would take longer.
     */
    public <T> T selectPlanned(Clause clause, RowsReader<T> reader) {
        try (var connection = database.getConnection();
                var settings = connection.createStatement()) {
            settings.execute("set plan_cache_mode = force_generic_plan");
            try (var statement = connection.prepareStatement(clause.sql())) {
                return select(connection, statement, clause, PLANNED, reader);
            } finally {
                settings.execute("reset plan_cache_mode");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement once per item, in one batch, with the values of each. */
    static <T> void runBatch(Connection connection, String sql, Collection<T> items, RowValues<T> values)
            throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var item : items) {
                var row = values.of(item);
                for (var i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Returns the values of a row, in the order of the question marks. */
    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private static <T> T select(
            Connection connection, PreparedStatement statement, Clause clause, int threshold, RowsReader<T> reader)
            throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(threshold);
        for (var i = 0; i < clause.values().size(); i++) {
            statement.setObject(i + 1, parameter(connection, clause.values().get(i)));
        }
        try (var rows = statement.executeQuery()) {
            return reader.read(rows);
        }
    }

    private static Object parameter(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case List<?> texts -> connection.createArrayOf("text", texts.toArray());
            case Instant instant -> EntryRepository.at(instant);
            default -> value;
        };
    }

    /** Reads rows. */
    public interface RowsReader<T> {

        /** Returns the mapped rows. */
        T read(ResultSet rows) throws SQLException;
    }

    /** Returns the values of an item. */
    interface RowValues<T> {
        @Nullable Object[] of(T item) throws SQLException;
    }
}
