package org.mandateatlas.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A statement that is run once per item, in one batch. */
final class BatchStatement {

    private BatchStatement() {}

    /** Runs the statement with the values of each item. */
    static <T> void run(Connection connection, String sql, Collection<T> items, Values<T> values) throws SQLException {
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

    /** Returns the values of an item. */
    interface Values<T> {
        @Nullable Object[] of(T item) throws SQLException;
    }
}
