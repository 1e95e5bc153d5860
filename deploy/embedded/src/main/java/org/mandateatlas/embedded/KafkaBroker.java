package org.mandateatlas.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker in KRaft mode with persistent data, alone or in a cluster of several. */
public final class KafkaBroker implements AutoCloseable {

    /** Events are on the disk before they are acknowledged, because there is no second broker that has them. */
    private static final Map<String, String> DURABLE = Map.of("log.flush.interval.messages", "1");

    private static final String HOST = "127.0.0.1:";

    private final KafkaRaftServer server;

    private KafkaBroker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * The ports of a broker.
     *
     * @param port where it listens
     * @param controllerPort where it listens for other controllers
     * @param advertisedPort the port that clients are told to use
     */
    public record Ports(int port, int controllerPort, int advertisedPort) {

        private static Ports parse(String text) {
            var numbers = text.split(":", 3);
            return new Ports(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
        }

        @Override
        public String toString() {
            return port + ":" + controllerPort + ":" + advertisedPort;
        }
    }

    /**
     * Runs a broker until the process is terminated.
     *
     * @param arguments the data directory, the number of the broker, from 1 on, and the ports of each broker of the cluster
     */
    public static void main(String[] arguments) {
        var cluster = Stream.of(arguments).skip(2).map(Ports::parse).toList();
        var broker = start(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                cluster,
                cluster.size() == 1 ? DURABLE : Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        broker.server.awaitShutdown();
    }

    /** Starts a single broker on two loopback ports, formatting a new data directory. */
    public static KafkaBroker start(Path data, int port, int controllerPort) {
        return start(data, port, controllerPort, Map.of());
    }

    /** Starts a single broker on two loopback ports with additional properties, formatting a new data directory. */
    public static KafkaBroker start(Path data, int port, int controllerPort, Map<String, String> additional) {
        return start(data, 1, List.of(new Ports(port, controllerPort, port)), additional);
    }

    private static KafkaBroker start(Path data, int number, List<Ports> cluster, Map<String, String> additional) {
        var properties = properties(data, number, cluster);
        additional.forEach(properties::setProperty);
        try {
            if (!Files.exists(data.resolve("meta.properties"))) {
                format(data, number, cluster.size() == 1 ? Uuid.randomUuid() : id(cluster));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format the Kafka directory " + data, e);
        }
        var server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server);
    }

    /** All brokers of a cluster derive the same id. */
    private static Uuid id(List<Ports> cluster) {
        var id = UUID.nameUUIDFromBytes(cluster.toString().getBytes(StandardCharsets.UTF_8));
        return new Uuid(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private static Properties properties(Path data, int number, List<Ports> cluster) {
        var own = cluster.get(number - 1);
        var replicas = Integer.toString(cluster.size());
        var inSync = Integer.toString(Math.max(1, cluster.size() - 1));
        var properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", Integer.toString(number));
        properties.setProperty(
                "controller.quorum.voters",
                IntStream.rangeClosed(1, cluster.size())
                        .mapToObj(each ->
                                each + "@" + HOST + cluster.get(each - 1).controllerPort())
                        .collect(Collectors.joining(",")));
        properties.setProperty(
                "listeners", "PLAINTEXT://" + HOST + own.port() + ",CONTROLLER://" + HOST + own.controllerPort());
        properties.setProperty("advertised.listeners", "PLAINTEXT://" + HOST + own.advertisedPort());
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("log.dirs", data.toString());
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("min.insync.replicas", inSync);
        properties.setProperty("offsets.topic.replication.factor", replicas);
        properties.setProperty("offsets.topic.num.partitions", "1");
        properties.setProperty("transaction.state.log.replication.factor", replicas);
        properties.setProperty("transaction.state.log.num.partitions", "1");
        properties.setProperty("transaction.state.log.min.isr", inSync);
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "2");
        return properties;
    }

    private static void format(Path data, int number, Uuid cluster) throws Exception {
        Files.createDirectories(data);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(cluster.toString())
                .setNodeId(number)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(Optional.empty())
                .setDirectories(List.of(data.toString()))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
