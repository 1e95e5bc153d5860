package org.mandateatlas.registry;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Runs the statements that a service composes for a query. */
@ApplicationScoped
public class StatementRepository {

    private static final int NEVER_PREPARED = 0;

    /** In force until the end of the transaction. */
    private static final String PLAN_CACHE_MODE = "select set_config('plan_cache_mode', ?, true)";

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
        try (var connection = database.getConnection()) {
            var values = new ArrayList<Object>();
            for (var value : clause.values()) {
                values.add(parameter(connection, value));
            }
            var pipeline = new StatementPipeline(connection);
            pipeline.select(rows -> true, PLAN_CACHE_MODE, "force_generic_plan");
            var result = pipeline.select(reader, clause.sql(), values.toArray());
            pipeline.select(rows -> true, PLAN_CACHE_MODE, "auto");
            pipeline.run();
            return result.get();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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

    /** Statements that are sent to the database together, in one round trip, and run in order. */
    static final class StatementPipeline {

        private static final int PREPARED_AT_ONCE = 1;

        private final Connection connection;
        private final StringJoiner sql = new StringJoiner(";\n");
        private final List<@Nullable Object> values = new ArrayList<>();
        private final List<Result<?>> results = new ArrayList<>();

        StatementPipeline(Connection connection) {
            this.connection = connection;
        }

        /** Adds a statement with its values, in the order of the question marks. */
        StatementPipeline add(String statement, @Nullable Object... given) {
            sql.add(statement);
            Collections.addAll(values, given);
            return this;
        }

        /** Adds a statement whose values are the columns of rows. */
        StatementPipeline add(String statement, ColumnArrays rows) throws SQLException {
            sql.add(statement);
            values.addAll(rows.arrays(connection));
            return this;
        }

        /** Adds a query. */
        <T> Result<T> select(RowsReader<T> reader, String query, @Nullable Object... given) {
            add(query, given);
            var result = new Result<T>(reader);
            results.add(result);
            return result;
        }

        /** Runs the statements and reads the rows of the queries. */
        void run() throws SQLException {
            if (sql.length() == 0) {
                return;
            }
            try (var statement = connection.prepareStatement(sql.toString())) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(PREPARED_AT_ONCE);
                for (var i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                var result = results.iterator();
                var isQuery = statement.execute();
                while (isQuery || statement.getUpdateCount() >= 0) {
                    if (isQuery) {
                        try (var rows = statement.getResultSet()) {
                            result.next().read(rows);
                        }
                    }
                    isQuery = statement.getMoreResults();
                }
            }
        }

        /** The result of a query, available after the run. */
        static final class Result<T> {

            private final RowsReader<T> reader;
            private @Nullable T value;

            private Result(RowsReader<T> reader) {
                this.reader = reader;
            }

            private void read(ResultSet rows) throws SQLException {
                value = reader.read(rows);
            }

            T get() {
                return Objects.requireNonNull(value);
            }
        }
    }

    /** Rows of a table as one array per column, which a statement takes as values of {@code unnest}. */
    static final class ColumnArrays {

        private final List<String> types;
        private final List<List<@Nullable String>> columns;

        /** Creates an empty set of rows with columns of the given types. */
        ColumnArrays(String... types) {
            this.types = List.of(types);
            this.columns = Stream.of(types)
                    .<List<@Nullable String>>map(type -> new ArrayList<>())
                    .toList();
        }

        /** Adds a row. */
        void add(@Nullable Object... row) {
            for (var i = 0; i < columns.size(); i++) {
                columns.get(i).add(row[i] == null ? null : text(row[i]));
            }
        }

        boolean isEmpty() {
            return columns.getFirst().isEmpty();
        }

        /** Returns the array of each column. */
        List<Array> arrays(Connection connection) throws SQLException {
            var arrays = new ArrayList<Array>();
            for (var i = 0; i < columns.size(); i++) {
                arrays.add(connection.createArrayOf(types.get(i), columns.get(i).toArray(String[]::new)));
            }
            return arrays;
        }

        /** Returns a value as PostgreSQL reads it. */
        static String text(Object value) {
            if (LocalDate.MIN.equals(value)) {
                return "-infinity";
            }
            if (LocalDate.MAX.equals(value)) {
                return "infinity";
            }
            // ISO 8601 puts a sign before years of five digits, such as the day after the year 9999
            return value instanceof LocalDate day && day.getYear() > 9999
                    ? day.toString().substring(1)
                    : value.toString();
        }

        /** Returns words as a text search vector. */
        static String lexemes(Collection<String> words) {
            return words.stream()
                    .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "'")
                    .collect(Collectors.joining(" "));
        }

        /** Returns texts as the literal of an array. */
        static String array(Collection<String> texts) {
            return texts.stream()
                    .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }
}
