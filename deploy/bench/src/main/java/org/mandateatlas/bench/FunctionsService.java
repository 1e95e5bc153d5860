package org.mandateatlas.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mandateatlas.embedded.FreePort;

/** functions-service in its own JVM, started like the launcher does but with a given heap limit. */
final class FunctionsService {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int POLL_MILLIS = 50;
    private static final int STOP_SECONDS = 20;
    private static final int EXIT_SECONDS = 2;
    private static final int OUT_OF_MEMORY = 3;
    private static final int LOG_LINES = 20;

    private final Process process;
    private final Path log;
    private final HeapLog heapLog;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    private FunctionsService(Process process, Path log, HeapLog heapLog, String address) {
        this.process = process;
        this.log = log;
        this.heapLog = heapLog;
        this.address = address;
    }

    /**
     * Starts the service.
     *
     * @param folder directory for its logs and an unused token key
     * @param environment environment variables with its servers
     */
    static FunctionsService start(Path jar, Path folder, String heap, Map<String, String> environment)
            throws IOException {
        var port = FreePort.find();
        var log = folder.resolve("functions-service.log");
        var heapLog = new HeapLog(folder.resolve("heap.log"));
        var builder = new ProcessBuilder(
                        program("java"),
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xss512k",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xms48m",
                        "-Xmx" + heap,
                        heapLog.option(),
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                                publicKey(folder).toUri().toString()));
        return new FunctionsService(builder.start(), log, heapLog, "http://127.0.0.1:" + port);
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static Path publicKey(Path folder) throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
            return Files.writeString(
                    folder.resolve("public.pem"),
                    "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("RSA is part of every JDK", e);
        }
    }

    URI uri(String path) {
        return URI.create(address + path);
    }

    void awaitReadiness() throws InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("functions-service did not become ready" + endOfLog());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean isReady() throws InterruptedException {
        check();
        try {
            return client.send(HttpRequest.newBuilder(uri("/q/health/ready")).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until the service has replicated the given number of revisions of each stream; fails when it makes no progress. */
    void awaitStreams(Map<String, Integer> lengths) throws IOException, InterruptedException {
        var known = -1L;
        var deadline = System.nanoTime();
        var wanted = lengths.values().stream().mapToLong(Integer::longValue).sum();
        while (known < wanted) {
            var read = revisionsRead(lengths.keySet());
            if (read > known) {
                known = read;
                deadline = System.nanoTime() + TIMEOUT.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "functions-service stopped replicating at revision " + known + " of " + wanted + endOfLog());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private long revisionsRead(Set<String> streams) throws IOException, InterruptedException {
        check();
        var response = client.send(HttpRequest.newBuilder(uri("/q/health/well")).build(), BodyHandlers.ofString())
                .body();
        var read = 0L;
        for (var check : BenchJson.read(response).path("checks")) {
            if (check.path("name").asText().equals("replication")) {
                read = streams.stream()
                        .mapToLong(stream -> check.path("data").path(stream).asLong())
                        .sum();
            }
        }
        return read;
    }

    /** Returns the processor time used by the service. */
    Duration cpuUsed() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Fails if the service has exited. */
    void check() {
        if (process.isAlive()) {
            return;
        }
        var reason = process.exitValue() == OUT_OF_MEMORY ? ": out of memory" : "";
        throw new IllegalStateException(
                "functions-service exited with code " + process.exitValue() + reason + endOfLog());
    }

    /** Waits briefly and fails if the service has exited: its connections break before the process ends. */
    void checkAfterDelay() throws InterruptedException {
        process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
        check();
    }

    private String endOfLog() {
        try {
            var lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            var end = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
            return "; end of its log:\n" + String.join("\n", end);
        } catch (IOException e) {
            return "";
        }
    }

    /** Runs a full collection and returns the heap usage. */
    HeapLog.Usage heapUsage() throws IOException, InterruptedException {
        var collection = new ProcessBuilder(List.of(program("jcmd"), Long.toString(process.pid()), "GC.run"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) {
            throw new IllegalStateException("jcmd cannot reach functions-service");
        }
        return heapLog.usage();
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
