package org.mandateatlas.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The reference for writes: plain inserts with JDBC into a table of the same PostgreSQL, each transaction with its fsync. */
final class PlainInserts implements AutoCloseable {

    private static final String CREATE = """
        create table if not exists bench_insert (
            id bigint generated always as identity primary key, document text not null)\
        """;

    private static final String INSERT = "insert into bench_insert (document) values (?)";
    private static final double NANOS_PER_SECOND = 1e9;

    private final String jdbcUrl;
    private final String user;
    private final String password;
    private final String document;

    PlainInserts(String jdbcUrl, String user, String password, String document) throws SQLException {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
        this.document = document;
        execute(CREATE);
    }

    /** Lets a number of writers insert as many rows as they can, in transactions of a number of rows. */
    Rate insert(int writers, int seconds, int rows) throws InterruptedException {
        var start = System.nanoTime();
        var end = start + seconds * (long) NANOS_PER_SECOND;
        var nanos = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            Callable<List<Long>> writer = () -> insertUntil(end, rows);
            for (var each : threads.invokeAll(java.util.Collections.nCopies(writers, writer))) {
                nanos.addAll(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the reference cannot write", e);
        }
        var elapsed = (System.nanoTime() - start) / NANOS_PER_SECOND;
        var timing = new Timing("insert", 0, nanos, java.time.Duration.ZERO);
        return new Rate(nanos.size() * (double) rows / elapsed, timing.quantile(0.5), timing.quantile(0.99));
    }

    private List<Long> insertUntil(long end, int rows) throws SQLException {
        var nanos = new ArrayList<Long>();
        try (var connection = connect();
                var statement = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            do {
                var start = System.nanoTime();
                for (var i = 0; i < rows; i++) {
                    statement.setString(1, document);
                    statement.addBatch();
                }
                statement.executeBatch();
                connection.commit();
                nanos.add(System.nanoTime() - start);
            } while (System.nanoTime() < end);
        }
        return nanos;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop table bench_insert");
    }
}
