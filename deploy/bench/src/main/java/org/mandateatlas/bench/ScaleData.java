package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.PostgresServer;
import org.postgresql.ds.PGSimpleDataSource;

/** The data of a suite with very many mandates, generated once and kept. */
final class ScaleData {

    /**
     * functions-service has all mandates in memory, which a collector that stops it for seconds does not suit, and the server has the
     * pages that are read often.
     */
    static final Map<String, String> ENVIRONMENT = Map.of(
            "ATLAS_JAVA_OPTIONS",
            "-Xmx6g -XX:-UseSerialGC -XX:+UseG1GC",
            "ATLAS_POSTGRES_BUFFERS",
            "4GB",
            "ATLAS_START_TIMEOUT",
            "1800",
            // All services read the whole log when they start.
            "QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT",
            "90s",
            // The log was loaded without being published.
            "ATLAS_RELAY_REPUBLISH_LOST",
            "false");

    private final ScaleOptions options;
    private final PrintStream out;

    ScaleData(ScaleOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Loads the data unless they are there, and returns their directory. */
    Path prepare() throws IOException {
        var data = options.data().resolve(options.mandates() + "-mandates");
        var loaded = data.resolve("loaded");
        if (!Files.exists(loaded)) {
            load(data);
            Files.createFile(loaded);
        }
        var topics = data.resolve("kafka");
        if (Files.exists(topics)) {
            // The log was loaded without being published: what an earlier run has published would be a topic with a
            // gap.
            BenchmarkEnvironment.delete(topics);
        }
        return data;
    }

    private void load(Path data) throws IOException {
        Files.createDirectories(data.resolve("logs"));
        Files.writeString(data.resolve(SuiteProcess.MARKER), "");
        var began = System.nanoTime();
        try (var postgres = PostgresServer.start(
                data.resolve("postgres"),
                BenchmarkEnvironment.programs(),
                FreePort.find(),
                data.resolve("logs/load.log"))) {
            var documents = new ScaleDocuments(options.institutions());
            var database = new ScaleDatabase(database(postgres, "institutions"), documents, options.mandates());
            database.load();
            database.replicate(database(postgres, "functions"), Set.of("source", "institution", "mandate"));
            database.replicate(database(postgres, "processes"), Set.of("source", "institution"));
        } catch (SQLException e) {
            throw new IllegalStateException("the mandates cannot be loaded", e);
        }
        out.println(String.format(
                Locale.ROOT, "Loaded %d mandates in %.0f s", options.mandates(), (System.nanoTime() - began) / 1e9));
    }

    private static PGSimpleDataSource database(PostgresServer postgres, String name) {
        postgres.createDatabase(name, name);
        var database = new PGSimpleDataSource();
        database.setUrl(postgres.jdbcUrl(name));
        database.setUser(name);
        database.setPassword(name);
        return database;
    }
}
