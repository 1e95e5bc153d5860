package org.mandateatlas.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded servers keep their data across restarts. */
class EmbeddedServersTest {

    /** The programs of PostgreSQL, which the first test extracts. */
    @TempDir
    static Path binaries;

    @TempDir
    Path folder;

    @Test
    void postgresKeepsItsDataBetweenRuns() throws Exception {
        var port = FreePort.find();
        try (var server = startPostgres(port)) {
            server.createDatabase("atlas", "secret");
            server.createDatabase("atlas", "secret");
            try (var connection = DriverManager.getConnection(server.jdbcUrl("atlas"), "atlas", "secret");
                    var statement = connection.createStatement()) {
                statement.execute("create table kept (answer int)");
                statement.execute("insert into kept values (42)");
            }
        }

        try (var server = startPostgres(port);
                var connection = DriverManager.getConnection(server.jdbcUrl("atlas"), "atlas", "secret");
                var result = connection.createStatement().executeQuery("select answer, version() from kept")) {
            assertTrue(result.next());
            assertEquals(42, result.getInt(1));
            assertTrue(result.getString(2).startsWith("PostgreSQL 18"), result.getString(2));
        }
    }

    @Test
    void aBackupOfARunningServerHasEverythingThatWasCommittedBefore() throws Exception {
        var port = FreePort.find();
        try (var server = startPostgres(port)) {
            server.createDatabase("atlas", "secret");
            try (var connection = DriverManager.getConnection(server.jdbcUrl("atlas"), "atlas", "secret");
                    var statement = connection.createStatement()) {
                statement.execute("create table kept as select generate_series(1, 20000) as answer");
                var writing = Thread.ofVirtual().start(() -> insert(server));
                PostgresBackup.copy(folder.resolve("postgres"), port, folder.resolve("backup"));
                writing.interrupt();
                writing.join();
                statement.execute("drop table kept");
            }
        }

        var restoredPort = FreePort.find();
        try (var restored = PostgresServer.start(
                        folder.resolve("backup"), binaries, restoredPort, folder.resolve("restored.log"));
                var connection = DriverManager.getConnection(restored.jdbcUrl("atlas"), "atlas", "secret");
                var result = connection.createStatement().executeQuery("select count(*) from kept")) {
            assertTrue(result.next());
            assertTrue(result.getLong(1) >= 20_000, "only " + result.getLong(1));
        }
    }

    private static void insert(PostgresServer server) {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("atlas"), "atlas", "secret");
                var statement = connection.createStatement()) {
            while (!Thread.interrupted()) {
                statement.execute("insert into kept values (0)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void postgresChecksPasswords() throws Exception {
        var port = FreePort.find();
        try (var server = startPostgres(port)) {
            server.createDatabase("atlas", "secret");

            assertThrows(
                    SQLException.class, () -> DriverManager.getConnection(server.jdbcUrl("atlas"), "atlas", "guess"));
        }
    }

    @Test
    void aFolderThatIsNoClusterFailsAtOnce() throws Exception {
        Files.createDirectory(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres").resolve("PG_VERSION"), "9");

        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThrows(UncheckedIOException.class, () -> startPostgres(FreePort.find())));
    }

    @Test
    void postgresStartsAtOnceAfterItWasKilled() throws Exception {
        var port = FreePort.find();
        var killed = startPostgres(port);
        killed.createDatabase("atlas", "secret");
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();

        try (var server = startPostgres(port);
                var connection = DriverManager.getConnection(server.jdbcUrl("atlas"), "atlas", "secret")) {
            assertTrue(connection.isValid(1));
        }
    }

    @Test
    void postgresStartsWhileTheProcessOfItsLockIsAZombie() throws Exception {
        var port = FreePort.find();
        var parent = new ProcessBuilder("/bin/sh", "-c", "sleep 0 & echo $!; exec sleep 60").start();
        try (var output = parent.inputReader()) {
            lockAfterStop(port, output.readLine());

            try (var server = startPostgres(port)) {
                server.createDatabase("atlas", "secret");
            }
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void postgresStartsWhenAnotherProgramHasTheProcessIdOfItsLock() throws Exception {
        var port = FreePort.find();
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            lockAfterStop(port, Long.toString(other.pid()));

            try (var server = startPostgres(port)) {
                server.createDatabase("atlas", "secret");
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void theLockOfARunningServerIsNotLeftBehind() throws Exception {
        try (var server = startPostgres(FreePort.find())) {
            var lock = new PostmasterLock(folder.resolve("postgres").resolve("postmaster.pid"));
            lock.removeIfUnused();

            assertFalse(lock.isLeftBehind());
            assertTrue(ProcessHandle.of(server.pid()).isPresent());
        }
    }

    /** Starts and stops a server and leaves its lock behind with another process id. */
    private void lockAfterStop(int port, String pid) throws Exception {
        var file = folder.resolve("postgres").resolve("postmaster.pid");
        List<String> lock;
        try (var server = startPostgres(port)) {
            assertTrue(server.pid() > 0);
            lock = Files.readAllLines(file);
        }
        lock.set(0, pid);
        Files.write(file, lock);
    }

    @Test
    void kafkaKeepsItsTopicsBetweenRuns() throws Exception {
        var port = FreePort.find();
        var controllerPort = FreePort.find();
        try (var broker = KafkaBroker.start(folder.resolve("kafka"), port, controllerPort);
                var admin = admin(port)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }

        try (var broker = KafkaBroker.start(folder.resolve("kafka"), port, controllerPort);
                var admin = admin(port)) {
            assertEquals(java.util.Set.of("kept"), admin.listTopics().names().get(20, TimeUnit.SECONDS));
        }
    }

    private PostgresServer startPostgres(int port) {
        return PostgresServer.start(folder.resolve("postgres"), binaries, port, folder.resolve("postgres.log"));
    }

    private static Admin admin(int port) {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port));
    }
}
