package org.mandateatlas.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mandateatlas.embedded.KafkaBroker;
import org.mandateatlas.embedded.PostgresServer;

/** A supervisor in its own process, with components given on the command line, each of which is started again once. */
final class StandInSuite {

    private final DataDirectory home;

    private StandInSuite(DataDirectory home) {
        this.home = home;
    }

    /**
     * Runs the suite.
     *
     * @param arguments the data folder, {@code fresh} or {@code kept}, then the components: {@code postgres:port},
     *     {@code kafka:port:controllerPort}, or {@code name:port:answers} and {@code name:port:ends} for stand-ins
     */
    public static void main(String[] arguments) throws InterruptedException {
        var suite = new StandInSuite(new DataDirectory(Path.of(arguments[0])));
        try {
            suite.home.prepare();
            suite.run(arguments[1].equals("fresh"), Arrays.asList(arguments).subList(2, arguments.length));
        } catch (LauncherFailure e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run(boolean fresh, List<String> words) throws InterruptedException {
        var console = new Console(System.out, home.log("supervisor").path());
        var components = new ArrayList<Component>();
        for (var word : words) {
            components.add(component(word.split(":", -1), components));
        }
        new Supervisor(home, null, components, Duration.ofSeconds(60), 1, console).run(fresh, () -> {});
    }

    /** Creates a component that depends on all previous ones; PostgreSQL and Kafka have no dependencies. */
    private Component component(String[] words, List<Component> before) {
        var port = new BoundPort("PORT_OF_" + words[0], Integer.parseInt(words[1]));
        return switch (words[0]) {
            case "postgres" ->
                new PostgresComponent(
                        port,
                        home.postgres(),
                        Settings.from(System.getenv()).cache().resolve("postgres"),
                        home.log("postgres"),
                        PostgresServer.LITTLE_MEMORY,
                        List.of("institutions"),
                        new Passwords(home.passwords()));
            case "kafka" ->
                jvm(
                        "kafka",
                        List.of(port, new BoundPort("CONTROLLER", Integer.parseInt(words[2]))),
                        List.of(),
                        List.of(
                                KafkaBroker.class.getName(),
                                home.kafka(1).toString(),
                                "1",
                                words[1] + ":" + words[2] + ":" + words[1]),
                        HealthProbe.KAFKA);
            default ->
                jvm(
                        words[0],
                        List.of(port),
                        before.stream().map(Component::name).toList(),
                        List.of(StandIn.class.getName(), words[1], words[2]),
                        HealthProbe.HTTP);
        };
    }

    private Component jvm(
            String name, List<BoundPort> ports, List<String> dependencies, List<String> program, Probe probe) {
        var arguments = new ArrayList<>(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        arguments.addAll(program);
        Map<String, String> environment = new HashMap<>();
        return new JvmComponent(
                name,
                ports,
                "port " + ports.getFirst().number(),
                dependencies,
                home.log(name),
                arguments,
                () -> environment,
                probe);
    }
}
