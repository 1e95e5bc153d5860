package org.mandateatlas.registry;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.postgresql.PGStatement;

/**
 * Runs the statements that a service composes for a query. They are planned anew for each query: which index is best
 * depends on
 * how often the words and values occur.
 */
@ApplicationScoped
public class StatementRepository {

    private final AgroalDataSource database;

    StatementRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Runs a statement and maps its rows. */
    public <T> T select(Clause clause, RowsReader<T> reader) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(clause.sql())) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            for (var i = 0; i < clause.values().size(); i++) {
                statement.setObject(i + 1, parameter(connection, clause.values().get(i)));
            }
            try (var rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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
}
