package org.mandateatlas.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;

/**
 * Records when mandates are committed: a trigger notifies of each revision, and PostgreSQL delivers notifications right after the
 * commit.
 */
final class CommitTimes implements AutoCloseable {

    private static final List<String> INSTALL = List.of("""
        create function bench_committed() returns trigger language plpgsql as $$
        begin
            perform pg_notify('bench_committed', new.sequence::text);
            return null;
        end $$\
        """, """
        create trigger bench_committed after insert on revision for each row when (new.stream = 'mandate')
        execute function bench_committed()\
        """, "listen bench_committed");

    private static final List<String> REMOVE =
            List.of("drop trigger bench_committed on revision", "drop function bench_committed");

    private static final int POLL_MILLIS = 50;

    private final Connection connection;
    private final Map<Long, Long> nanos = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::listen, "commits");
    private volatile boolean closed;

    CommitTimes(String jdbcUrl, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(jdbcUrl, user, password);
        execute(INSTALL);
        thread.start();
    }

    private void listen() {
        try {
            var notified = connection.unwrap(PGConnection.class);
            while (!closed) {
                var notifications = notified.getNotifications(POLL_MILLIS);
                var now = System.nanoTime();
                for (var each : notifications) {
                    nanos.put(Long.parseLong(each.getParameter()), now);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("commits cannot be observed", e);
        }
    }

    /** Returns how long after the commits their events arrived; events of other revisions are left out. */
    Timing until(String name, Map<Long, Long> arrivals) {
        var latencies = arrivals.entrySet().stream()
                .filter(each -> nanos.containsKey(each.getKey()))
                .map(each -> Math.max(0, each.getValue() - Objects.requireNonNull(nanos.get(each.getKey()))))
                .toList();
        if (latencies.isEmpty()) {
            throw new IllegalStateException("no event arrived: " + name);
        }
        return new Timing(name, 0, latencies, Duration.ZERO);
    }

    private void execute(List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        execute(REMOVE);
        connection.close();
    }
}
