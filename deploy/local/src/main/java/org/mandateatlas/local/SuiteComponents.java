package org.mandateatlas.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.mandateatlas.embedded.KafkaBroker;

/** The components of Mandate Atlas. */
final class SuiteComponents {

    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "kafka";

    private static final List<String> JVM_FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=10000",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final String LIMIT = "ATLAS_LIMITS_REQUESTS";
    private static final String PUBLIC_URL = "ATLAS_RELAY_PUBLIC_URL";

    /** High enough for local development, where all clients share one address. */
    private static final String LOCAL_LIMIT = "600000";

    private final Settings settings;
    private final boolean empty;
    private final DataDirectory dataDirectory;
    private final Passwords passwords;
    private final SigningKeys keys;

    private SuiteComponents(Settings settings, boolean empty) {
        this.settings = settings;
        this.empty = empty;
        this.dataDirectory = settings.dataDirectory();
        this.passwords = new Passwords(dataDirectory.passwords());
        this.keys = new SigningKeys(dataDirectory.keys());
    }

    /**
     * Returns the components in display order; each has a port in {@link Port}.
     *
     * @param empty whether the services start without the bundled dataset
     */
    static List<Component> of(Settings settings, boolean empty) {
        var suite = new SuiteComponents(settings, empty);
        return List.of(
                suite.postgres("institutions", "functions", "processes", "subscriptions"),
                suite.kafka(),
                suite.service("institutions-service", Port.INSTITUTIONS, "institutions", HealthProbe.HTTP),
                suite.service(
                        "functions-service", Port.FUNCTIONS, "functions", suite.replicated("/v1/coverage/overlaps")),
                suite.service("processes-service", Port.PROCESSES, "processes", suite.replicated("/v1/network")),
                suite.subscriptions(),
                suite.gateway(Map.of(
                        "ATLAS_UPSTREAMS_INSTITUTIONS_SERVICE_URL",
                        Port.INSTITUTIONS,
                        "ATLAS_UPSTREAMS_FUNCTIONS_SERVICE_URL",
                        Port.FUNCTIONS,
                        "ATLAS_UPSTREAMS_PROCESSES_SERVICE_URL",
                        Port.PROCESSES,
                        "ATLAS_UPSTREAMS_SUBSCRIPTIONS_SERVICE_URL",
                        Port.SUBSCRIPTIONS)));
    }

    private Component postgres(String... databases) {
        return new PostgresComponent(
                settings.port(Port.POSTGRES),
                dataDirectory.postgres(),
                settings.cache().resolve("postgres"),
                dataDirectory.log(POSTGRES),
                settings.postgresBuffers(),
                List.of(databases),
                passwords);
    }

    private Component kafka() {
        var port = settings.port(Port.KAFKA);
        var controller = settings.port(Port.KAFKA_CONTROLLER);
        var arguments = new ArrayList<>(JVM_FLAGS);
        arguments.addAll(List.of(
                "-Xms64m",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaBroker.class.getName(),
                dataDirectory.kafka().toString(),
                Integer.toString(port.number()),
                Integer.toString(controller.number())));
        return new JvmComponent(
                KAFKA,
                List.of(port, controller),
                "127.0.0.1:" + port.number(),
                List.of(),
                dataDirectory.log(KAFKA),
                arguments,
                Map::of,
                HealthProbe.KAFKA);
    }

    private Component service(String name, Port port, String database, Probe probe) {
        return quarkus(name, port, List.of(POSTGRES), probe, () -> {
            var environment = environment(port, database);
            if (!settings.environment().containsKey(PUBLIC_URL)) {
                environment.put(PUBLIC_URL, url("localhost", Port.GATEWAY));
            }
            if (empty) {
                environment.put("ATLAS_DATASET_IMPORT", "false");
            }
            return environment;
        });
    }

    private Map<String, String> environment(Port port, String database) {
        var environment = http(port);
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + settings.port(Port.POSTGRES).number() + "/" + database);
        environment.put("QUARKUS_DATASOURCE_USERNAME", database);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", passwords.of(database));
        return environment;
    }

    /** A service that computes from the log of institutions-service is ready when it has replicated that log. */
    private Probe replicated(String path) {
        return new ConsumerLagProbe(url("127.0.0.1", Port.INSTITUTIONS), path);
    }

    private Component subscriptions() {
        return quarkus("subscriptions-service", Port.SUBSCRIPTIONS, List.of(POSTGRES), HealthProbe.HTTP, () -> {
            var environment = environment(Port.SUBSCRIPTIONS, "subscriptions");
            // Webhook receivers for local tests run on this machine.
            environment.put("ATLAS_WEBHOOKS_ALLOW_HTTP", "true");
            environment.put("ATLAS_WEBHOOKS_ALLOW_PRIVATE_ADDRESSES", "true");
            return environment;
        });
    }

    private Component gateway(Map<String, Port> upstreams) {
        return quarkus("gateway", Port.GATEWAY, List.of(), HealthProbe.HTTP, () -> {
            var environment = http(Port.GATEWAY);
            upstreams.forEach((variable, port) -> environment.put(variable, url("127.0.0.1", port)));
            if (!settings.environment().containsKey(LIMIT)) {
                environment.put(LIMIT, LOCAL_LIMIT);
            }
            return environment;
        });
    }

    private Map<String, String> http(Port port) {
        keys.createIfMissing();
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_HTTP_PORT", Integer.toString(settings.port(port).number()));
        environment.put(
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + settings.port(Port.KAFKA).number());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.publicKey().toUri().toString());
        environment.put("MP_JWT_VERIFY_ISSUER", Settings.ISSUER);
        return environment;
    }

    private Component quarkus(
            String name, Port port, List<String> dependencies, Probe probe, Supplier<Map<String, String>> environment) {
        var arguments = new ArrayList<>(JVM_FLAGS);
        arguments.addAll(List.of("-Xms48m", "-Xmx256m"));
        arguments.addAll(settings.javaOptions());
        arguments.addAll(List.of(
                "-jar",
                settings.root()
                        .resolve(name)
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString()));
        return new JvmComponent(
                name,
                List.of(settings.port(port)),
                url("localhost", port),
                dependencies,
                dataDirectory.log(name),
                arguments,
                environment,
                probe);
    }

    private String url(String host, Port port) {
        return "http://" + host + ":" + settings.port(port).number();
    }
}
