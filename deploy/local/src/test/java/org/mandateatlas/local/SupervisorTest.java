package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandateatlas.embedded.FreePort;

/** A suite starts completely or not at all, and leaves no process behind. */
class SupervisorTest {

    @TempDir
    Path folder;

    @Test
    void aSuiteBecomesReadyAndStopsInReverseOrder() throws Exception {
        var components = new String[] {
            "postgres:" + FreePort.find(),
            "kafka:" + FreePort.find() + ":" + FreePort.find(),
            answering("service"),
            answering("door")
        };
        try (var suite = SuiteProcess.start(home(), "kept", components).awaitReady()) {
            var running = suite.register().runningComponents();
            var processes =
                    running.stream().flatMap(SupervisorTest::withDescendants).toList();
            assertEquals(4, running.size());
            assertTrue(processes.size() > 8, "PostgreSQL has processes of its own");

            suite.terminate();
            suite.awaitExit();

            var output = suite.output();
            var end = output.substring(output.indexOf("Stopping"));
            assertInOrder(end, "door", "service", "kafka", "postgres");
            assertNothingRuns(processes);
            assertTrue(suite.register().all().isEmpty());
        }
    }

    @Test
    void ctrlCReachesTheSupervisorOnly() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/setsid")));
        try (var suite = SuiteProcess.startInGroup(home(), answering("first"), answering("second"))
                .awaitReady()) {
            var processes = suite.register().runningComponents().stream()
                    .flatMap(SupervisorTest::withDescendants)
                    .toList();

            suite.pressCtrlC();

            assertEquals(130, suite.awaitExit());
            assertInOrder(suite.output(), "second                 stopped", "first                  stopped");
            assertFalse(suite.output().contains("unexpectedly"), suite.output());
            assertNothingRuns(processes);
        }
    }

    @Test
    void aSecondRunFindsTheDataAndAFreshOneDoesNot() throws Exception {
        var port = FreePort.find();
        try (var suite = SuiteProcess.start(home(), "kept", "postgres:" + port).awaitReady();
                var connection = connect(port)) {
            connection.createStatement().execute("create table kept as select 42 as answer");
        }
        try (var suite = SuiteProcess.start(home(), "kept", "postgres:" + port).awaitReady();
                var connection = connect(port)) {
            assertTrue(connection
                    .createStatement()
                    .executeQuery("select * from kept")
                    .next());
        }
        try (var suite = SuiteProcess.start(home(), "fresh", "postgres:" + port).awaitReady();
                var connection = connect(port)) {
            assertFalse(connection
                    .createStatement()
                    .executeQuery("select 1 from pg_tables where tablename = 'kept'")
                    .next());
        }
    }

    @Test
    void aPortInUseIsReportedBeforeAnythingStarts() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var suite = SuiteProcess.start(
                        home(), "kept", answering("first"), "door:" + other.getLocalPort() + ":answers")) {
            assertEquals(1, suite.awaitExit());

            assertTrue(
                    suite.output().contains("door cannot start: port " + other.getLocalPort() + " is in use"),
                    suite.output());
            assertTrue(suite.output().contains("PORT_OF_door"), suite.output());
            assertFalse(suite.output().contains("Stopping"), suite.output());
        }
    }

    @Test
    void aComponentThatExitsDuringStartupIsReportedWithItsReasonAndLog() throws Exception {
        try (var suite =
                SuiteProcess.start(home(), "kept", answering("first"), "service:" + FreePort.find() + ":ends")) {
            assertEquals(1, suite.awaitExit());

            assertTrue(
                    suite.output()
                            .contains("service exited during startup with exit code 7: ERROR no such table: mandate\n"),
                    suite.output());
            assertTrue(
                    suite.output().contains(home().resolve("logs/service.log").toString()), suite.output());
            assertTrue(suite.register().runningComponents().isEmpty());
        }
    }

    @Test
    void aComponentThatExitsIsStartedAgainUntilItExitsTooOften() throws Exception {
        try (var suite = SuiteProcess.start(home(), "kept", answering("first"), answering("service"))
                .awaitReady()) {
            var processes = suite.register().runningComponents().stream()
                    .flatMap(SupervisorTest::withDescendants)
                    .toList();
            var second = killAndAwaitRestart(suite, "service");
            ProcessHandle.of(second.pid()).orElseThrow().destroyForcibly();

            assertEquals(1, suite.awaitExit());

            assertTrue(
                    suite.output().contains("exited unexpectedly with exit code 137; starting it again"),
                    suite.output());
            assertTrue(
                    suite.output()
                            .contains(
                                    "service exited unexpectedly with exit code 137, after it was started again once"),
                    suite.output());
            assertTrue(Files.readString(home().resolve("logs/supervisor.log")).contains("started again once"));
            assertNothingRuns(processes);
            assertTrue(suite.register().runningComponents().isEmpty());
        }
    }

    @Test
    void aPostgresThatExitsIsStartedAgainWithItsData() throws Exception {
        var port = FreePort.find();
        try (var suite = SuiteProcess.start(home(), "kept", "postgres:" + port, answering("service"))
                .awaitReady()) {
            try (var connection = connect(port)) {
                connection.createStatement().execute("create table kept as select 42 as answer");
            }
            killAndAwaitRestart(suite, "postgres");
            try (var connection = connect(port)) {
                assertTrue(connection
                        .createStatement()
                        .executeQuery("select * from kept")
                        .next());
            }
        }
    }

    @Test
    void aDataDirectoryThatPostgresCannotReadIsReportedAtOnce() throws Exception {
        var home = new DataDirectory(home());
        home.prepare();
        Files.createDirectory(home.postgres());
        Files.writeString(home.postgres().resolve("PG_VERSION"), "9");
        try (var suite = SuiteProcess.start(home(), "kept", "postgres:" + FreePort.find(), answering("service"))) {
            assertEquals(1, suite.awaitExit());

            assertTrue(suite.output().contains("postgres did not start"), suite.output());
            assertTrue(suite.output().contains("logs/postgres.log"), suite.output());
            assertTrue(suite.register().runningComponents().isEmpty());
        }
    }

    @Test
    void aSecondSuiteInTheSameDirectoryIsRejected() throws Exception {
        try (var first =
                        SuiteProcess.start(home(), "kept", answering("service")).awaitReady();
                var second = SuiteProcess.start(home(), "fresh", answering("service"))) {
            assertEquals(1, second.awaitExit());

            assertTrue(second.output().contains("is already running"), second.output());
            assertTrue(first.register().isReady());
            first.terminate();
            first.awaitExit();
        }
    }

    @Test
    void componentsOfAKilledSupervisorAreStoppedByTheNextRun() throws Exception {
        var components = new String[] {"postgres:" + FreePort.find(), answering("service")};
        try (var killed = SuiteProcess.start(home(), "kept", components).awaitReady()) {
            killed.killHard();
            var orphans = killed.register().runningComponents();
            assertEquals(2, orphans.size());

            try (var next = SuiteProcess.start(home(), "kept", components).awaitReady()) {
                assertInOrder(next.output(), "Stopping service", "Stopping postgres", "Ready");
                assertNotEquals(
                        orphans.getFirst().pid(),
                        next.register().running("service").orElseThrow().pid());
                assertTrue(orphans.stream().noneMatch(RecordedProcess::isAlive));
            }
        }
    }

    @Test
    void componentsOfAKilledSupervisorAreStoppedFromOutside() throws Exception {
        try (var killed = SuiteProcess.start(home(), "kept", "postgres:" + FreePort.find(), answering("service"))
                .awaitReady()) {
            var processes = killed.register().runningComponents().stream()
                    .flatMap(SupervisorTest::withDescendants)
                    .toList();
            killed.killHard();

            assertEquals("Stopped.", new StopSuite(killed.register()).run());
            assertEquals("Nothing is running.", new StopSuite(killed.register()).run());
            assertNothingRuns(processes);
        }
    }

    private static RecordedProcess killAndAwaitRestart(SuiteProcess suite, String name) throws Exception {
        var first = suite.register().running(name).orElseThrow();
        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        suite.awaitLine(name + " +ready .*");
        var second = suite.register().running(name).orElseThrow();
        assertNotEquals(first.pid(), second.pid());
        return second;
    }

    private Path home() {
        return folder.resolve("home");
    }

    private static String answering(String name) {
        return name + ":" + FreePort.find() + ":answers";
    }

    private Connection connect(int port) throws Exception {
        var password = new Passwords(new DataDirectory(home()).passwords()).of("institutions");
        return connect(port, password);
    }

    private static Connection connect(int port, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/institutions", "institutions", password);
    }

    private static Stream<ProcessHandle> withDescendants(RecordedProcess component) {
        var process = ProcessHandle.of(component.pid()).orElseThrow();
        return Stream.concat(Stream.of(process), process.descendants());
    }

    private static void assertNothingRuns(List<ProcessHandle> processes) {
        assertEquals(
                List.of(), processes.stream().filter(RecordedProcess::isRunning).toList());
    }

    private static void assertInOrder(String text, String... words) {
        var position = -1;
        for (var word : words) {
            var next = text.indexOf(word);
            assertTrue(next > position, word + " is not where it should be in:\n" + text);
            position = next;
        }
    }
}
