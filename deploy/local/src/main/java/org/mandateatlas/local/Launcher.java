package org.mandateatlas.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mandateatlas.local.transfer.Export;
import org.mandateatlas.local.transfer.Import;
import org.mandateatlas.local.transfer.TransferFailure;
import org.mandateatlas.local.verification.SuiteVerification;

/** The commands of {@code ./atlas} that are implemented in Java. */
public final class Launcher {

    private static final int FAILED = 1;
    private static final int INVALID_ARGUMENTS = 2;
    private static final int NOT_ALL_UP = 3;
    private static final Duration IMPORT_VALIDITY = Duration.ofHours(12);

    private final Settings settings;
    private final ProcessRegister register;

    private Launcher(Settings settings) {
        this.settings = settings;
        this.register = new ProcessRegister(settings.dataDirectory().run());
    }

    /**
     * Runs a command and exits with 0 on success, 1 on failure, 2 on invalid arguments, and 3 if {@code status} finds a
     * component down.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        try {
            var options = new Options(arguments.subList(1, arguments.size()));
            return new Launcher(Settings.from(System.getenv())).run(arguments.getFirst(), options);
        } catch (LauncherFailure | TransferFailure e) {
            System.err.println("atlas: " + e.getMessage());
            return FAILED;
        } catch (UsageFailure e) {
            System.err.println("atlas: " + e.getMessage() + " See ./atlas help.");
            return INVALID_ARGUMENTS;
        }
    }

    private int run(String command, Options options) throws IOException, InterruptedException {
        return switch (command) {
            case "up" -> up(options);
            case "down" -> down(options);
            case "status" -> status(options);
            case "token" -> token(options);
            case "export" -> export(options);
            case "import" -> importFile(options);
            case "train" -> train(options);
            case "backup" -> backup(options);
            case "restore" -> restore(options);
            case "verify" -> verify(options);
            default -> throw new UsageFailure("Unknown command: " + command + ".");
        };
    }

    private int up(Options options) throws IOException, InterruptedException {
        var fresh = options.flag("--fresh");
        var empty = options.flag("--empty");
        var replicas = replicas(options);
        var detach = options.flag("--detach");
        var background = options.flag("--in-background");
        options.end();
        if (detach) {
            var command = new ArrayList<>(List.of("up", "--in-background", "--replicas", Integer.toString(replicas)));
            if (fresh) {
                command.add("--fresh");
            }
            if (empty) {
                command.add("--empty");
            }
            return DetachedSupervisor.start(AotCaches.of(settings.root()), command.toArray(String[]::new))
                    .awaitReadiness(register);
        }
        var dataDirectory = settings.dataDirectory();
        dataDirectory.prepare();
        var console = new Console(
                System.out, dataDirectory.log(ProcessRegister.SUPERVISOR).path());
        var components = SuiteComponents.of(settings, empty, replicas);
        var prepared = empty || !settings.importsAsPrepared() ? null : PreparedData.of(settings);
        var supervisor = new Supervisor(
                dataDirectory, prepared, components, settings.startTimeout(), settings.restarts(), console);
        try (var balancer = replicas > 1 ? balancer(replicas) : null) {
            supervisor.run(fresh, () -> {
                console.line(welcome(background));
                if (background) {
                    Console.detachFromTerminal();
                }
            });
        }
        return FAILED;
    }

    private static int replicas(Options options) {
        var number = options.value("--replicas", "1");
        if (!number.matches("[1-9]")) {
            throw new UsageFailure("--replicas must be a number from 1 to 9.");
        }
        return Integer.parseInt(number);
    }

    private PortBalancer balancer(int replicas) {
        return PortBalancer.open(
                settings.port(Port.GATEWAY),
                IntStream.rangeClosed(1, replicas)
                        .mapToObj(number -> SuiteComponents.replica(settings, Port.GATEWAY, number, replicas))
                        .toList());
    }

    private int down(Options options) {
        options.end();
        System.out.println(new StopSuite(register).run());
        return 0;
    }

    private int status(Options options) {
        options.end();
        var table = new StatusTable(SuiteComponents.of(settings, false, runningReplicas()), register);
        System.out.print(table.text());
        return table.allUp() ? 0 : NOT_ALL_UP;
    }

    /** Returns the number of gateways that the supervisor has started, including those that have exited. */
    private int runningReplicas() {
        var gateways = register.all().stream()
                .map(RecordedProcess::name)
                .filter(name -> name.startsWith("gateway"))
                .distinct()
                .count();
        return Math.max(1, (int) gateways);
    }

    private int token(Options options) {
        var role = options.value("--role", "curator");
        var actor = options.value("--actor", "local-" + role);
        var hours = options.value("--hours", "12");
        options.end();
        if (!hours.matches("[1-9][0-9]{0,5}")) {
            throw new UsageFailure("--hours must be a whole number of hours.");
        }
        var token = new AccessToken(role, actor, Instant.now(), Duration.ofHours(Long.parseLong(hours)));
        System.out.println(
                token.signedWith(new SigningKeys(settings.dataDirectory().keys()).signingKey()));
        return 0;
    }

    private int export(Options options) throws IOException, InterruptedException {
        var gateway = gateway(options);
        var file = options.argument();
        options.end();
        new Export(gateway, System.err).run(file == null ? null : Path.of(file));
        return 0;
    }

    private int importFile(Options options) throws IOException, InterruptedException {
        var gateway = gateway(options);
        var file = options.argument();
        options.end();
        if (file == null) {
            throw new UsageFailure("import requires a file.");
        }
        Import.run(Path.of(file), gateway, importToken(), System.err);
        return 0;
    }

    private int backup(Options options) throws IOException {
        var backup = new Backup(folder("backup", options));
        options.end();
        backup.write(settings.dataDirectory(), settings.port(Port.POSTGRES).number());
        System.out.println("Backup completed at " + backup.time() + ".");
        return 0;
    }

    private int restore(Options options) throws IOException {
        var replace = options.flag("--replace");
        var backup = new Backup(folder("restore", options));
        options.end();
        if (register.supervisor().isPresent() || !register.runningComponents().isEmpty()) {
            throw new LauncherFailure("The suite is running; stop it with ./atlas down.");
        }
        backup.restore(settings.dataDirectory(), replace);
        System.out.printf("""
                Restored the state of %s. ./atlas up publishes the logs again.
                Readers of the change feed whose position is ahead receive a 400 and start again with /v1/snapshot.
                """, backup.time());
        return 0;
    }

    private static Path folder(String command, Options options) {
        var folder = options.argument();
        if (folder == null) {
            throw new UsageFailure(command + " requires a directory.");
        }
        return Path.of(folder);
    }

    private int verify(Options options) {
        options.end();
        var passwords = new Passwords(settings.dataDirectory().passwords());
        var verification = new SuiteVerification(
                settings.port(Port.POSTGRES).number(),
                "127.0.0.1:" + settings.port(Port.KAFKA).number(),
                passwords::of,
                System.out);
        try {
            return verification.run(List.of("institutions", "functions", "processes")) == 0 ? 0 : FAILED;
        } catch (SQLException e) {
            throw new LauncherFailure(
                    "The databases cannot be read (" + e.getMessage() + "); is the suite running?", e);
        }
    }

    private URI gateway(Options options) {
        var url = options.value("--url", localGateway());
        if (!url.matches("https?://[^/ ]+/?")) {
            throw new UsageFailure("--url must be the address of a gateway, such as https://atlas.example.org.");
        }
        return URI.create(url);
    }

    private String localGateway() {
        return "http://localhost:" + settings.port(Port.GATEWAY).number();
    }

    /** Returns the token in the environment, or one of the local suite. */
    private String importToken() {
        var given = settings.environment().getOrDefault("ATLAS_TOKEN", "");
        return given.isBlank()
                ? new AccessToken("curator", "import", Instant.now(), IMPORT_VALIDITY)
                        .signedWith(new SigningKeys(settings.dataDirectory().keys()).signingKey())
                : given.strip();
    }

    private int train(Options options) throws IOException, InterruptedException {
        options.end();
        TrainingRun.of(settings).run();
        return 0;
    }

    private String welcome(boolean background) {
        var gateway = localGateway();
        return """

                  API    %1$s/v1
                  Docs   %1$s/docs
                  Logs   %2$s
                  Try    curl '%1$s/v1/institutions/iom?validAt=2004-12-31'
                  Stop   %3$s
                """.formatted(
                        gateway,
                        settings.dataDirectory().folder().resolve("logs"),
                        background ? "./atlas down" : "Ctrl-C, or ./atlas down");
    }
}
