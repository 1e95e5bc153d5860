package org.mandateatlas.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.mandateatlas.embedded.FreePort;

/**
 * Runs of the whole suite with their own data and ports. The first one imports the bundled dataset into the prepared data. From the
 * second one the AOT caches of the JVMs are made: it reads what a newcomer reads first, and writes, often enough for the profiles of
 * methods in the caches.
 */
final class TrainingRun {

    private static final List<String> READS = List.of(
            "/v1",
            "/v1/institutions/iom?validAt=2004-12-31",
            "/v1/institutions?limit=20",
            "/v1/institutions/iom/profile",
            "/v1/mandates?q=refugees&validAt=2004-12-31",
            "/v1/search?q=migration",
            "/v1/timeline?limit=20",
            "/v1/coverage?validAt=2004-12-31",
            "/v1/diff?from=2004-12-31&to=2018-12-31&limit=20",
            "/v1/network?validAt=2004-12-31",
            "/v1/changes?limit=20",
            "/openapi.json");

    private static final String WRITTEN = """
            {"kind": "web-page", "title": "A page written for training", "grade": "B"}""";

    private static final int REPETITIONS = 100;
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Settings settings;
    private final AotCaches caches;
    private final DataDirectory dataDirectory;
    private final Console console;

    private TrainingRun(Settings settings, AotCaches caches, DataDirectory dataDirectory, Console console) {
        this.settings = settings;
        this.caches = caches;
        this.dataDirectory = dataDirectory;
        this.console = console;
    }

    /** Creates the run for the modules of a checkout. */
    static TrainingRun of(Settings settings) throws IOException {
        var caches = AotCaches.of(settings.root());
        Files.createDirectories(caches.folder());
        var dataDirectory = new DataDirectory(Files.createTempDirectory("mandate-atlas-training"));
        dataDirectory.prepare();
        var environment = new HashMap<>(settings.environment());
        environment.put(Settings.PUBLIC_URL, settings.publicUrl());
        Stream.of(Port.values())
                .forEach(port -> environment.put(port.in(environment).variable(), Integer.toString(FreePort.find())));
        return new TrainingRun(
                new Settings(settings.root(), dataDirectory, settings.cache(), environment),
                caches,
                dataDirectory,
                new Console(System.out, caches.folder().resolve("training.log")));
    }

    /** Prepares the data, runs the suite with them and creates the caches, one after the other. */
    void run() throws IOException, InterruptedException {
        var began = Instant.now();
        try {
            runSuite(caches, () -> {});
            PreparedData.of(settings).keep(dataDirectory);
            runSuite(caches.recording(), this::exercise);
            for (var component : SuiteComponents.of(settings, false, 1)) {
                if (component instanceof JvmComponent jvm) {
                    create(jvm);
                }
            }
        } finally {
            dataDirectory.remove();
        }
        console.line("Prepared fast starts in %.0f s"
                .formatted(Duration.between(began, Instant.now()).toMillis() / 1000.0));
    }

    private void runSuite(AotCaches used, Exercise exercise) throws IOException, InterruptedException {
        var suite = new Suite(
                SuiteComponents.of(settings, false, 1, used),
                settings.startTimeout(),
                0,
                new ProcessRegister(dataDirectory.run()),
                console);
        var interrupted = new Thread(() -> stop(suite), "end");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            suite.start();
            exercise.run();
        } catch (ComponentFailure e) {
            throw new LauncherFailure("The training run failed: " + e.getMessage(), e);
        } finally {
            suite.stop();
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
    }

    private void exercise() throws IOException {
        var token = token();
        for (var i = 0; i < REPETITIONS; i++) {
            // Every second time past the cache of the gateway, so that the services are trained as well.
            var caching = i % 2 == 0 ? "no-cache" : "max-age=60";
            READS.forEach(path -> read(path, caching));
            write("/v1/sources/training-" + i, token);
        }
    }

    private static void stop(Suite suite) {
        try {
            suite.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String token() throws IOException {
        return new AccessToken("curator", "training", Instant.now(), Duration.ofHours(1))
                .signedWith(new SigningKeys(dataDirectory.keys()).signingKey());
    }

    private void read(String path, String caching) {
        exchange(path, connection -> connection.setRequestProperty("Cache-Control", caching));
    }

    private void write(String path, String token) {
        exchange(path, connection -> {
            connection.setRequestMethod("PUT");
            connection.setRequestProperty("Authorization", "Bearer " + token);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("If-None-Match", "*");
            connection.setDoOutput(true);
            connection.getOutputStream().write(WRITTEN.getBytes(StandardCharsets.UTF_8));
        });
    }

    private void exchange(String path, Preparation preparation) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + settings.port(Port.GATEWAY).number() + path)
                            .toURL()
                            .openConnection();
            connection.setReadTimeout(TIMEOUT_MILLIS);
            preparation.prepare(connection);
            try (var body = connection.getInputStream()) {
                body.readAllBytes();
            }
        } catch (IOException e) {
            console.note(path + " failed: " + e);
        }
    }

    private void create(JvmComponent component) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(JvmComponent.java()));
        command.addAll(caches.creation(component.name(), component.arguments()));
        var log = caches.folder().resolve(component.name() + ".log");
        var exit = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        Files.deleteIfExists(caches.configuration(component.name()));
        if (exit != 0) {
            throw new LauncherFailure("The AOT cache of " + component.name() + " cannot be created; see " + log + ".");
        }
        Files.move(
                caches.unfinished(component.name()),
                caches.cache(component.name()),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Uses a running suite. */
    private interface Exercise {
        void run() throws IOException;
    }

    /** Completes a request before it is sent. */
    private interface Preparation {
        void prepare(HttpURLConnection connection) throws IOException;
    }
}
