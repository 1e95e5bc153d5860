package org.mandateatlas.local;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.mandateatlas.embedded.KafkaBroker;

/** The components of Mandate Atlas. */
final class SuiteComponents {

    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "kafka";
    private static final int REPLICA_STEP = 100;

    private static final List<String> JVM_FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=10000",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final String LIMIT = "ATLAS_LIMITS_REQUESTS";

    /** High enough for local development, where all clients share one address. */
    private static final String LOCAL_LIMIT = "600000";

    private final Settings settings;
    private final boolean empty;
    private final int replicas;
    private final DataDirectory dataDirectory;
    private final Passwords passwords;
    private final SigningKeys keys;
    private final AotCaches caches;

    private SuiteComponents(Settings settings, boolean empty, int replicas, AotCaches caches) {
        this.settings = settings;
        this.empty = empty;
        this.replicas = replicas;
        this.caches = caches;
        this.dataDirectory = settings.dataDirectory();
        this.passwords = new Passwords(dataDirectory.passwords());
        this.keys = new SigningKeys(dataDirectory.keys());
    }

    /**
     * Returns the components in display order.
     *
     * @param empty whether the services start without the bundled dataset
     * @param replicas the number of processes of each service and of the gateway
     */
    static List<Component> of(Settings settings, boolean empty, int replicas) {
        return of(settings, empty, replicas, AotCaches.of(settings.root()));
    }

    /** Returns the components with the given AOT caches. */
    static List<Component> of(Settings settings, boolean empty, int replicas, AotCaches caches) {
        var suite = new SuiteComponents(settings, empty, replicas, caches);
        var components = new ArrayList<Component>();
        components.add(suite.postgres("institutions", "functions", "processes", "subscriptions"));
        suite.brokers().mapToObj(suite::kafka).forEach(components::add);
        for (var port : List.of(Port.INSTITUTIONS, Port.FUNCTIONS, Port.PROCESSES, Port.SUBSCRIPTIONS, Port.GATEWAY)) {
            for (var number = 1; number <= replicas; number++) {
                components.add(suite.process(port, number));
            }
        }
        return components;
    }

    private Component process(Port port, int number) {
        return switch (port) {
            case INSTITUTIONS -> service("institutions", port, number, HealthProbe.HTTP);
            case FUNCTIONS -> service("functions", port, number, replicated("/v1/coverage/overlaps"));
            case PROCESSES -> service("processes", port, number, replicated("/v1/network"));
            case SUBSCRIPTIONS -> subscriptions(number);
            default -> gateway(number);
        };
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

    private Component kafka(int number) {
        var name = name(KAFKA, number);
        var port = broker(Port.KAFKA, number);
        var arguments = new ArrayList<>(caches.options(KAFKA));
        arguments.addAll(JVM_FLAGS);
        arguments.addAll(List.of(
                "-Xms64m",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaBroker.class.getName(),
                dataDirectory.kafka(number).toString(),
                Integer.toString(number)));
        brokers()
                .mapToObj(each -> new KafkaBroker.Ports(
                        broker(Port.KAFKA, each).number(),
                        broker(Port.KAFKA_CONTROLLER, each).number(),
                        reached(broker(Port.KAFKA, each))))
                .forEach(ports -> arguments.add(ports.toString()));
        return new JvmComponent(
                name,
                List.of(port, broker(Port.KAFKA_CONTROLLER, number)),
                "127.0.0.1:" + port.number(),
                List.of(),
                dataDirectory.log(name),
                arguments,
                Map::of,
                HealthProbe.KAFKA);
    }

    private IntStream brokers() {
        return IntStream.rangeClosed(1, settings.brokers());
    }

    private BoundPort broker(Port port, int number) {
        return further(settings.port(port), number - 1);
    }

    private Component service(String database, Port port, int number, Probe probe) {
        return quarkus(database + "-service", port, number, List.of(POSTGRES), probe, () -> {
            var environment = environment(port, number, database);
            environment.put(Settings.PUBLIC_URL, settings.publicUrl());
            environment.put("ATLAS_RELAY_TOPIC_REPLICAS", Integer.toString(settings.brokers()));
            environment.put("ATLAS_ACTOR_CLAIM", "upn");
            environment.put("ATLAS_ACTOR_KEY", passwords.of("actors"));
            if (empty) {
                environment.put("ATLAS_DATASET_IMPORT", "false");
            }
            return environment;
        });
    }

    private Map<String, String> environment(Port port, int number, String database) {
        var environment = http(port, number);
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + reached(settings.port(Port.POSTGRES)) + "/" + database);
        environment.put("QUARKUS_DATASOURCE_USERNAME", database);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", passwords.of(database));
        return environment;
    }

    /** A service that computes from the log of institutions-service is ready when it has replicated that log. */
    private Probe replicated(String path) {
        return new ConsumerLagProbe(url("127.0.0.1", Port.INSTITUTIONS), path);
    }

    private Component subscriptions(int number) {
        return quarkus("subscriptions-service", Port.SUBSCRIPTIONS, number, List.of(POSTGRES), HealthProbe.HTTP, () -> {
            var environment = environment(Port.SUBSCRIPTIONS, number, "subscriptions");
            environment.put("ATLAS_WEBHOOKS_SECRET_KEYS", "local:" + passwords.of("webhook-secrets"));
            // Webhook receivers for local tests run on this machine.
            environment.put("ATLAS_WEBHOOKS_ALLOW_HTTP", "true");
            environment.put("ATLAS_WEBHOOKS_ALLOW_PRIVATE_ADDRESSES", "true");
            return environment;
        });
    }

    private Component gateway(int number) {
        return quarkus("gateway", Port.GATEWAY, number, List.of(), HealthProbe.HTTP, () -> {
            var environment = http(Port.GATEWAY, number);
            for (var port : List.of(Port.INSTITUTIONS, Port.FUNCTIONS, Port.PROCESSES, Port.SUBSCRIPTIONS)) {
                environment.put("ATLAS_UPSTREAMS_" + port + "_SERVICE_URL", urls(port));
            }
            if (!settings.environment().containsKey(LIMIT)) {
                environment.put(LIMIT, LOCAL_LIMIT);
            }
            return environment;
        });
    }

    private Map<String, String> http(Port port, int number) {
        keys.createIfMissing();
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_HTTP_PORT",
                Integer.toString(replica(settings, port, number, replicas).number()));
        environment.put(
                "KAFKA_BOOTSTRAP_SERVERS",
                brokers()
                        .mapToObj(broker -> "127.0.0.1:" + reached(broker(Port.KAFKA, broker)))
                        .collect(joining(",")));
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.publicKey().toUri().toString());
        environment.put("MP_JWT_VERIFY_ISSUER", Settings.ISSUER);
        return environment;
    }

    private Component quarkus(
            String name,
            Port port,
            int number,
            List<String> dependencies,
            Probe probe,
            Supplier<Map<String, String>> environment) {
        var arguments = new ArrayList<>(caches.options(name));
        arguments.addAll(JVM_FLAGS);
        arguments.addAll(List.of("-Xms48m", "-Xmx256m"));
        arguments.addAll(settings.javaOptions());
        arguments.addAll(List.of(
                "-jar",
                settings.root()
                        .resolve(name)
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString()));
        // The first replica migrates the database and imports the dataset.
        var after = new ArrayList<>(dependencies);
        if (number > 1) {
            after.add(name);
        }
        var bound = replica(settings, port, number, replicas);
        var component = name(name, number);
        return new JvmComponent(
                component,
                List.of(bound),
                url("localhost", bound),
                after,
                dataDirectory.log(component),
                arguments,
                environment,
                probe);
    }

    /** Returns the port of a replica: the configured one plus 100 for each further replica. Several gateways leave it to the balancer. */
    static BoundPort replica(Settings settings, Port port, int number, int replicas) {
        var first = settings.port(port);
        return further(first, port == Port.GATEWAY && replicas > 1 ? number : number - 1);
    }

    private static BoundPort further(BoundPort first, int steps) {
        return new BoundPort(first.variable(), first.number() + REPLICA_STEP * steps);
    }

    private static String name(String component, int number) {
        return number == 1 ? component : component + "-" + number;
    }

    private String urls(Port port) {
        return IntStream.rangeClosed(1, replicas)
                .mapToObj(number -> "http://127.0.0.1:" + reached(replica(settings, port, number, replicas)))
                .collect(joining(","));
    }

    /** Returns the port that clients of a component use. */
    private int reached(BoundPort port) {
        return port.number() + settings.proxyOffset();
    }

    private String url(String host, Port port) {
        return url(host, settings.port(port));
    }

    private static String url(String host, BoundPort port) {
        return "http://" + host + ":" + port.number();
    }
}
