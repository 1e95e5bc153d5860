package org.mandateatlas.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.KafkaBroker;
import org.mandateatlas.embedded.PostgresServer;

/** The PostgreSQL server and the Kafka broker of the tests; both can be stopped and started. */
public class Servers implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "atlas";

    private static final Object LOCK = new Object();

    private static @Nullable Path folder;
    private static @Nullable PostgresServer postgres;
    private static @Nullable KafkaBroker kafka;
    private static int postgresPort;
    private static int kafkaPort;
    private static int controllerPort;

    @Override
    public Map<String, String> start() {
        synchronized (LOCK) {
            folder = temporary();
            postgresPort = FreePort.find();
            startPostgres();
            kafkaPort = FreePort.find();
            controllerPort = FreePort.find();
            startKafka();
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    jdbcUrl(),
                    "quarkus.datasource.username",
                    DATABASE,
                    "quarkus.datasource.password",
                    DATABASE,
                    "kafka.bootstrap.servers",
                    bootstrap(),
                    "atlas.relay.loss-check",
                    "1s",
                    "mp.jwt.verify.publickey",
                    Tokens.publicKey(),
                    "atlas.actor.claim",
                    "upn",
                    "atlas.actor.key",
                    "a key of the tests for pseudonyms");
        }
    }

    /** Starts the database server with its data. */
    public static void startPostgres() {
        synchronized (LOCK) {
            if (folder != null && postgres == null) {
                postgres = PostgresServer.start(
                        folder.resolve("postgres"),
                        Path.of(System.getProperty("java.io.tmpdir"), "mandate-atlas-binaries"),
                        postgresPort,
                        folder.resolve("postgres.log"),
                        // Tests stop the server, the machine does not lose power.
                        Map.of("shared_buffers", PostgresServer.LITTLE_MEMORY, "fsync", "off"));
                postgres.createDatabase(DATABASE, DATABASE);
            }
        }
    }

    /** Stops the database server; its data stays. */
    public static void stopPostgres() {
        synchronized (LOCK) {
            if (postgres != null) {
                postgres.close();
                postgres = null;
            }
        }
    }

    /** Opens a connection to the database of the service under test. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), DATABASE, DATABASE);
    }

    private static String jdbcUrl() {
        synchronized (LOCK) {
            return Objects.requireNonNull(postgres).jdbcUrl(DATABASE);
        }
    }

    /** Starts the broker with its data. */
    public static void startKafka() {
        synchronized (LOCK) {
            if (folder != null && kafka == null) {
                kafka = KafkaBroker.start(folder.resolve("kafka"), kafkaPort, controllerPort);
            }
        }
    }

    /** Stops the broker and keeps its data. */
    public static void stopKafka() {
        synchronized (LOCK) {
            if (kafka != null) {
                kafka.close();
                kafka = null;
            }
        }
    }

    /** Stops the broker and starts it without the last bytes of a topic, as after a power loss. */
    public static void restartKafkaWithout(int bytes, String topic) throws IOException {
        synchronized (LOCK) {
            stopKafka();
            var kafkaFolder = Objects.requireNonNull(folder).resolve("kafka");
            for (var state : List.of(".kafka_cleanshutdown", "recovery-point-offset-checkpoint")) {
                Files.deleteIfExists(kafkaFolder.resolve(state));
            }
            var log = kafkaFolder.resolve(topic + "-0").resolve("00000000000000000000.log");
            try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
                file.truncate(file.size() - bytes);
            }
            startKafka();
        }
    }

    /** Returns the bootstrap servers. */
    public static String bootstrap() {
        return "127.0.0.1:" + kafkaPort;
    }

    @Override
    public void stop() {
        synchronized (LOCK) {
            stopKafka();
            stopPostgres();
            if (folder != null) {
                remove(folder);
                folder = null;
            }
        }
    }

    private static void remove(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // files that a stopping server still writes remain in the temporary directory
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("mandate-atlas");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
