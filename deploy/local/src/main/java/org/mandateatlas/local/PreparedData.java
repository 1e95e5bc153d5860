package org.mandateatlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.mandateatlas.embedded.FileTree;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.PostgresServer;

/**
 * The databases of a suite that has imported the bundled dataset: a suite of the same build that has no data yet starts with a copy and
 * publishes it. Topics, which name the address of the suite, are not part of it, and neither are keys and passwords of roles.
 *
 * @param folder the directory of the prepared data
 * @param root the checkout with the built services
 */
record PreparedData(Path folder, Path root) {

    private static final String POSTGRES = "postgres";

    private static final List<String> DATABASES = List.of("institutions", "functions", "processes");

    private static final String NOTHING_PUBLISHED = """
            update publication set sequence = 0, log_offset = null;
            update replica_stream set log_offset = 0""";

    /** Describes the build that imported the data, and is written last. */
    private static final String BUILD = "build";

    /** What the data are made by. */
    private static final List<String> PROGRAMS = List.of(
            "institutions-service/target/quarkus-app",
            "functions-service/target/quarkus-app",
            "processes-service/target/quarkus-app",
            "subscriptions-service/target/quarkus-app",
            "deploy/local/target/lib");

    /** Returns the prepared data of a checkout, whether or not they exist. */
    static PreparedData of(Path root) {
        return new PreparedData(root.resolve("deploy/local/target/prepared"), root);
    }

    /**
     * Keeps the databases of a suite that has stopped, with nothing published.
     *
     * @param programs directory of the unpacked programs of PostgreSQL
     */
    void keep(DataDirectory suite, Path programs) throws IOException {
        new DataDirectory(folder).remove();
        var postgres = folder.resolve(POSTGRES);
        FileTree.copy(suite.postgres(), postgres);
        var passwords = new Passwords(suite.passwords());
        try (var server = PostgresServer.start(
                postgres, programs, FreePort.find(), suite.log("prepared").path())) {
            for (var database : DATABASES) {
                try (var connection = DriverManager.getConnection(
                                server.jdbcUrl(database), database, passwords.of(database));
                        var statement = connection.createStatement()) {
                    statement.execute(NOTHING_PUBLISHED);
                }
            }
        } catch (SQLException e) {
            throw new IOException("the prepared databases cannot be changed", e);
        }
        Files.writeString(folder.resolve(BUILD), build());
    }

    /** Copies the databases into the directory of a suite unless it has data or another build made them. */
    void copyTo(DataDirectory suite) throws IOException {
        if (Files.exists(suite.postgres()) || Files.exists(suite.kafka(1)) || !isOfThisBuild()) {
            return;
        }
        var copy = suite.folder().resolve("prepared");
        new DataDirectory(copy).remove();
        FileTree.copy(folder.resolve(POSTGRES), copy);
        Files.move(copy, suite.postgres());
    }

    private boolean isOfThisBuild() throws IOException {
        var made = folder.resolve(BUILD);
        return Files.exists(made) && Files.readString(made).equals(build());
    }

    /** Returns the sizes and times of all programs. */
    private String build() throws IOException {
        var text = new StringBuilder();
        for (var program : PROGRAMS) {
            try (var files = Files.walk(root.resolve(program))) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    text.append(root.relativize(file))
                            .append(' ')
                            .append(Files.size(file))
                            .append(' ')
                            .append(Files.getLastModifiedTime(file))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
