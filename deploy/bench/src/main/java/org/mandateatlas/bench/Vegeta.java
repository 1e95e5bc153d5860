package org.mandateatlas.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The load generator vegeta: requests at a constant rate, however long the responses take. */
final class Vegeta {

    static final String INSTALL = "vegeta is not installed (go install github.com/tsenart/vegeta/v12@latest)";
    private static final double NANOS_PER_MILLI = 1e6;

    private Vegeta() {}

    /**
     * Sends uncached reads.
     *
     * @param results get a note if there are responses other than successes, as on a machine that is too busy
     */
    static Rate run(URI address, int perSecond, int seconds, Path folder, Results results)
            throws IOException, InterruptedException {
        var targets =
                Files.writeString(folder.resolve("vegeta.targets"), "GET " + address + "\nCache-Control: no-cache\n");
        var responses = folder.resolve("vegeta.responses");
        run(List.of(
                "vegeta",
                "attack",
                "-targets=" + targets,
                "-rate=" + perSecond,
                "-duration=" + seconds + "s",
                "-output=" + responses));
        var report = run(List.of("vegeta", "report", "-type=json", responses.toString()));
        if (report.path("success").asDouble() < 1) {
            results.note("Not all reads of " + address + " at " + perSecond + "/s succeeded: " + report.path("errors"));
        }
        var latencies = report.path("latencies");
        return new Rate(
                report.path("throughput").asDouble(),
                latencies.path("50th").asDouble() / NANOS_PER_MILLI,
                latencies.path("99th").asDouble() / NANOS_PER_MILLI);
    }

    private static JsonNode run(List<String> command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
        }
        return BenchJson.read(output.isBlank() ? "null" : output);
    }
}
