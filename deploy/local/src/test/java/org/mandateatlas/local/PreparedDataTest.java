package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandateatlas.embedded.FileTree;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.PostgresServer;

/** A suite without data starts with a copy of the databases that the same build has prepared. */
class PreparedDataTest {

    private static final Path PROGRAMS = Path.of("target/postgres").toAbsolutePath();
    private static final List<String> DATABASES = List.of("institutions", "functions", "processes");

    private static final String PUBLISHED = """
            create table publication (sequence bigint, log_offset bigint);
            insert into publication values (7, 6);
            create table replica_stream (sequence bigint, log_offset bigint);
            insert into replica_stream values (7, 7)""";

    @TempDir
    static Path folder;

    private static Path checkout;

    @TempDir
    Path home;

    private DataDirectory suite;

    @BeforeAll
    static void prepare() throws Exception {
        checkout = folder.resolve("checkout");
        for (var service : List.of("institutions", "functions", "processes", "subscriptions")) {
            write(checkout.resolve(service + "-service/target/quarkus-app"));
        }
        write(checkout.resolve("deploy/local/target/lib"));
        var trained = new DataDirectory(folder.resolve("trained"));
        trained.prepare();
        var passwords = new Passwords(trained.passwords());
        try (var server = PostgresServer.start(
                trained.postgres(),
                PROGRAMS,
                FreePort.find(),
                trained.log("postgres").path())) {
            for (var database : DATABASES) {
                server.createDatabases(Map.of(database, passwords.of(database)));
                execute(server, database, passwords.of(database), PUBLISHED);
            }
        }
        PreparedData.of(checkout).keep(trained, PROGRAMS);
    }

    @BeforeEach
    void createSuite() {
        suite = new DataDirectory(home.resolve("suite"));
        suite.prepare();
    }

    private static void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("file"), "");
    }

    private static void execute(PostgresServer server, String database, String password, String sql)
            throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(database), database, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aSuiteWithoutDataStartsWithACopyOfWhichNothingIsPublished() throws Exception {
        PreparedData.of(checkout).copyTo(suite);

        assertFalse(Files.exists(suite.passwords()));
        assertFalse(Files.exists(suite.kafka(1)));
        try (var server = PostgresServer.start(
                suite.postgres(),
                PROGRAMS,
                FreePort.find(),
                suite.log("postgres").path())) {
            for (var database : DATABASES) {
                server.createDatabases(Map.of(database, "own"));
                try (var connection = DriverManager.getConnection(server.jdbcUrl(database), database, "own");
                        var rows = connection
                                .createStatement()
                                .executeQuery("select p.sequence, p.log_offset is null, r.sequence, r.log_offset"
                                        + " from publication p, replica_stream r")) {
                    assertTrue(rows.next());
                    assertEquals(0, rows.getLong(1));
                    assertTrue(rows.getBoolean(2));
                    assertEquals(7, rows.getLong(3));
                    assertEquals(0, rows.getLong(4));
                }
            }
        }
    }

    @Test
    void dataAreKept() throws IOException {
        write(suite.postgres());

        PreparedData.of(checkout).copyTo(suite);

        assertEquals(List.of(suite.postgres().resolve("file")), files(suite.postgres()));
    }

    @Test
    void topicsWithoutDatabasesAreNotOfTheCopy() throws IOException {
        write(suite.kafka(1));

        PreparedData.of(checkout).copyTo(suite);

        assertFalse(Files.exists(suite.postgres()));
    }

    @Test
    void dataOfAnotherBuildAreNotUsed() throws IOException {
        var other = home.resolve("other");
        FileTree.copy(checkout, other);
        PreparedData.of(other).copyTo(new DataDirectory(home.resolve("same")));
        assertTrue(Files.exists(home.resolve("same/postgres")));

        write(other.resolve("functions-service/target/quarkus-app/app"));
        PreparedData.of(other).copyTo(suite);

        assertFalse(Files.exists(suite.postgres()));
    }

    @Test
    void anInterruptedCopyIsMadeAgain() throws IOException {
        write(suite.folder().resolve("prepared"));

        PreparedData.of(checkout).copyTo(suite);

        assertFalse(Files.exists(suite.folder().resolve("prepared")));
        assertTrue(Files.exists(suite.postgres().resolve("PG_VERSION")));
        assertFalse(Files.exists(suite.postgres().resolve("file")));
    }

    @Test
    void aSuiteStartsEmptyWhereNothingWasPrepared() throws IOException {
        PreparedData.of(home.resolve("new")).copyTo(suite);

        assertFalse(Files.exists(suite.postgres()));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }
}
