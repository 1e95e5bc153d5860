package org.mandateatlas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.KafkaBroker;
import org.mandateatlas.embedded.PostgresServer;

/** The servers and the service of a benchmark, on free ports with temporary data. */
final class BenchmarkEnvironment implements AutoCloseable {

    private static final String DATABASE = "functions";

    private final Path folder;
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaBroker kafka;
    private @Nullable StreamTopics topics;
    private @Nullable FunctionsService service;
    private boolean closed;

    private BenchmarkEnvironment(Path folder) {
        this.folder = folder;
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @param root the checkout with the built service
     * @param heap the heap limit of the service
     */
    static BenchmarkEnvironment start(Path root, String heap) throws IOException, InterruptedException {
        var environment = new BenchmarkEnvironment(Files.createTempDirectory("mandate-atlas-bench"));
        Runtime.getRuntime().addShutdownHook(new Thread(environment::close, "close"));
        try {
            environment.startServers();
            environment.startService(root, heap);
            environment.service().awaitReadiness();
            return environment;
        } catch (IOException | InterruptedException | RuntimeException e) {
            environment.close();
            throw e;
        }
    }

    private synchronized void startServers() throws InterruptedException {
        checkOpen();
        var database = PostgresServer.start(
                folder.resolve("postgres"), programs(), FreePort.find(), folder.resolve("postgres.log"));
        postgres = database;
        database.createDatabase(DATABASE, DATABASE);
        var port = FreePort.find();
        kafka = KafkaBroker.start(folder.resolve("kafka"), port, FreePort.find());
        topics = new StreamTopics("127.0.0.1:" + port);
        topics.create();
    }

    private synchronized void startService(Path root, String heap) throws IOException {
        checkOpen();
        service = FunctionsService.start(
                root.resolve("functions-service/target/quarkus-app/quarkus-run.jar"),
                folder,
                heap,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        Objects.requireNonNull(postgres).jdbcUrl(DATABASE),
                        "QUARKUS_DATASOURCE_USERNAME",
                        DATABASE,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        DATABASE,
                        "KAFKA_BOOTSTRAP_SERVERS",
                        topics().servers(),
                        "ATLAS_ACTOR_KEY",
                        "a key of the benchmark for pseudonyms"));
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the environment is closed");
        }
    }

    /** Returns the directory of the PostgreSQL binaries, shared with the launcher. */
    static Path programs() {
        var caches = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        return (caches.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches))
                .resolve("mandate-atlas/postgres");
    }

    StreamTopics topics() {
        return Objects.requireNonNull(topics);
    }

    FunctionsService service() {
        return Objects.requireNonNull(service);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (service != null) {
            service.stop();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        delete(folder);
    }

    /** Removes a directory with all that is in it. */
    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
