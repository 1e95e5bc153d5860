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

/** Servers and a service of the benchmark's own, on free ports and in a temporary folder that goes with them. */
final class Surroundings implements AutoCloseable {

    private static final String DATABASE = "functions";

    private final Path folder;
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaBroker kafka;
    private @Nullable Topics topics;
    private @Nullable FunctionsService service;
    private boolean closed;

    private Surroundings(Path folder) {
        this.folder = folder;
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @param root the checkout with the built service
     * @param heap the limit of the service's heap
     */
    static Surroundings start(Path root, String heap) throws IOException, InterruptedException {
        var surroundings = new Surroundings(Files.createTempDirectory("mandate-atlas-bench"));
        Runtime.getRuntime().addShutdownHook(new Thread(surroundings::close, "close"));
        try {
            surroundings.startServers();
            surroundings.startService(root, heap);
            surroundings.service().awaitReadiness();
            return surroundings;
        } catch (IOException | InterruptedException | RuntimeException e) {
            surroundings.close();
            throw e;
        }
    }

    private synchronized void startServers() throws InterruptedException {
        refuseWhenClosed();
        var database = PostgresServer.start(
                folder.resolve("postgres"), programs(), FreePort.find(), folder.resolve("postgres.log"));
        postgres = database;
        database.createDatabase(DATABASE, DATABASE);
        var port = FreePort.find();
        kafka = KafkaBroker.start(folder.resolve("kafka"), port, FreePort.find());
        topics = new Topics("127.0.0.1:" + port);
        topics.make();
    }

    private synchronized void startService(Path root, String heap) throws IOException {
        refuseWhenClosed();
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
                        topics().servers()));
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new IllegalStateException("it was told to end");
        }
    }

    /** Returns where PostgreSQL's programs are unpacked, once for all runs, and by the launcher too. */
    private static Path programs() {
        var caches = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        return (caches.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches))
                .resolve("mandate-atlas/postgres");
    }

    Topics topics() {
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
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
