package org.mandateatlas.registry;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGStatement;

/**
 * Runs the statements that a service composes for a query. They are planned anew for each query: which index is best depends on
 * how often the words and values occur.
 */
@ApplicationScoped
public class StatementRepository {

    private final AgroalDataSource database;

    StatementRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Runs a statement and returns what is read of its rows. */
    public <T> T select(Clause clause, RowsReader<T> reader) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(clause.sql())) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            for (var i = 0; i < clause.values().size(); i++) {
                var value = clause.values().get(i);
                statement.setObject(
                        i + 1,
                        value instanceof List<?> list ? connection.createArrayOf("text", list.toArray()) : value);
            }
            try (var rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads rows. */
    public interface RowsReader<T> {

        /** Returns what the rows say. */
        T read(ResultSet rows) throws SQLException;
    }
}
