package org.mandateatlas.torture.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mandateatlas.local.HealthProbe;
import org.mandateatlas.local.ProcessRegister;
import org.mandateatlas.torture.journal.Journal;
import org.mandateatlas.torture.journal.RunClock;

/**
 * An empty suite with two processes of each service and of the gateway, started by its launcher, with proxies in front of
 * PostgreSQL, the Kafka brokers and the services.
 */
public final class FaultySuite implements AutoCloseable {

    private static final List<String> PORTS = List.of(
            "ATLAS_PORT",
            "ATLAS_INSTITUTIONS_PORT",
            "ATLAS_FUNCTIONS_PORT",
            "ATLAS_PROCESSES_PORT",
            "ATLAS_SUBSCRIPTIONS_PORT",
            "ATLAS_POSTGRES_PORT",
            "ATLAS_KAFKA_PORT",
            "ATLAS_KAFKA_CONTROLLER_PORT");

    private static final int REPLICA_STEP = 100;
    private static final int PROXY_OFFSET = 20;
    private static final int POSTGRES = 5;
    private static final int KAFKA = 6;

    /** Below the ports that other tests find, from 16,000 on, and those of outgoing connections. */
    private static final int FIRST_PORT = 11_000;

    private static final int LAST_PORT = 16_000;
    private static final int PORT_STEP = 250;
    private static final long POLL_MILLIS = 200;

    private final Path root;
    private final Path home;
    private final int brokers;
    private final int firstPort = freePorts();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, List<TcpProxy>> proxies = new TreeMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    private FaultySuite(Path root, Path home, int brokers) {
        this.root = root;
        this.home = home;
        this.brokers = brokers;
        environment.put("ATLAS_HOME", home.toString());
        environment.put("ATLAS_BUILD", "never");
        environment.put("ATLAS_KAFKA_BROKERS", Integer.toString(brokers));
        environment.put("ATLAS_LIMITS_ENABLED", "false");
        environment.put("ATLAS_RESTARTS", "9999");
        environment.put("ATLAS_START_TIMEOUT", "600");
        environment.put("ATLAS_PROXY_OFFSET", Integer.toString(PROXY_OFFSET));
        environment.put("ATLAS_CHANGES_HEARTBEAT", "2s");
        environment.put("ATLAS_WEBHOOKS_FIRST_RETRY", "1s");
        environment.put("QUARKUS_SHUTDOWN_DELAY", "1s");
        for (var i = 0; i < PORTS.size(); i++) {
            environment.put(PORTS.get(i), Integer.toString(firstPort + i));
        }
    }

    /**
     * Starts a suite and returns when it is ready.
     *
     * @param brokers number of Kafka brokers
     */
    public static FaultySuite start(Path root, Path home, int brokers) throws IOException, InterruptedException {
        var suite = new FaultySuite(root, home, brokers);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop"));
        suite.openProxies();
        suite.launch("up", "--empty", "--replicas", "2", "--detach");
        return suite;
    }

    private void openProxies() {
        proxies.put("postgres", List.of(proxy(firstPort + POSTGRES)));
        proxies.put(
                "kafka",
                IntStream.range(0, brokers)
                        .mapToObj(broker -> proxy(firstPort + KAFKA + REPLICA_STEP * broker))
                        .toList());
        for (var i = 0; i < FaultPlan.REPLICATED.size() - 1; i++) {
            var port = firstPort + 1 + i;
            proxies.put(FaultPlan.REPLICATED.get(i), List.of(proxy(port), proxy(port + REPLICA_STEP)));
        }
    }

    private static TcpProxy proxy(int port) {
        return TcpProxy.open(port + PROXY_OFFSET, port);
    }

    /** Returns the base URLs of the gateways. */
    public List<String> gateways() {
        return List.of(
                "http://127.0.0.1:" + (firstPort + REPLICA_STEP), "http://127.0.0.1:" + (firstPort + 2 * REPLICA_STEP));
    }

    /** Returns the addresses of the Kafka brokers behind their proxies. */
    public String kafka() {
        return IntStream.range(0, brokers)
                .mapToObj(broker -> "127.0.0.1:" + (firstPort + KAFKA + REPLICA_STEP * broker + PROXY_OFFSET))
                .collect(Collectors.joining(","));
    }

    /** Returns an access token for writes. */
    public String token() throws IOException, InterruptedException {
        return launch("token").output().strip();
    }

    /** Returns the findings of {@code ./atlas verify}. */
    public List<String> verify() throws IOException, InterruptedException {
        var verified = run("verify");
        var findings = verified.output()
                .lines()
                .filter(line -> line.startsWith("! "))
                .map(line -> line.substring(2))
                .toList();
        return verified.exit() != 0 && findings.isEmpty() ? List.of(verified.output()) : findings;
    }

    /** Returns the injector of faults. */
    public FaultInjector injector(Journal journal, RunClock clock) {
        return new FaultInjector(register(), proxies, journal, clock);
    }

    /** Waits until every component runs and every service and gateway is ready; returns whether they are. */
    public boolean awaitReadiness(Duration patience) throws InterruptedException {
        var end = Instant.now().plus(patience);
        while (!isReady()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    private boolean isReady() {
        var servers = FaultPlan.servers(brokers);
        var names = new ArrayList<>(servers);
        FaultPlan.REPLICATED.forEach(name -> names.addAll(List.of(name, name + "-2")));
        return names.stream()
                .allMatch(name -> register()
                        .running(name)
                        .filter(process -> servers.contains(name)
                                ? HealthProbe.TCP.isReady(process.port())
                                : HealthProbe.HTTP.isReady(process.port()))
                        .isPresent());
    }

    private ProcessRegister register() {
        return new ProcessRegister(home.resolve("run"));
    }

    private Output launch(String... arguments) throws IOException, InterruptedException {
        var output = run(arguments);
        if (output.exit() != 0) {
            throw new IllegalStateException("./atlas " + arguments[0] + " failed:\n" + output.output());
        }
        return output;
    }

    private Output run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(root.resolve("atlas").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), output);
    }

    @Override
    public void close() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        try {
            if (Files.exists(home.resolve("run"))) {
                run("down");
            }
        } catch (IOException e) {
            System.err.println("The suite in " + home + " cannot be stopped: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            proxies.values().forEach(list -> list.forEach(TcpProxy::close));
        }
    }

    /** Returns the first of a range of ports, of which those needed are free. */
    private static int freePorts() {
        var steps = (LAST_PORT - FIRST_PORT) / PORT_STEP;
        var start = (int) (ProcessHandle.current().pid() % steps);
        for (var i = 0; i < steps; i++) {
            var first = FIRST_PORT + Math.floorMod(start + i, steps) * PORT_STEP;
            if (isFree(first) && isFree(first + KAFKA) && isFree(first + 1 + REPLICA_STEP)) {
                return first;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * What a command printed.
     *
     * @param exit its exit code
     * @param output standard output and standard error
     */
    private record Output(int exit, String output) {}
}
