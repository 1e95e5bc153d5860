package org.mandateatlas.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The load generator wrk, with one thread: each connection sends its next request when it has the response. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern FAILURES = Pattern.compile("Non-2xx or 3xx responses: [0-9]+|Socket errors: .*");
    private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1000.0, "m", 60_000.0);

    private Wrk() {}

    /** Fails if the program is missing. */
    static void require() {
        if (Program.find("wrk").isEmpty()) {
            throw new IllegalStateException("wrk is not installed (apt-get install wrk)");
        }
    }

    /**
     * Sends as many requests as the server answers; fails on any response other than a success.
     *
     * @param script a program in Lua that makes the requests, or null to get the address
     */
    static Rate run(URI address, int connections, int seconds, @Nullable Path script)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "30s", "--latency"));
        if (script != null) {
            command.addAll(List.of("-s", script.toString()));
        }
        command.add(address.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find() || FAILURES.matcher(output).find()) {
            throw new IllegalStateException("wrk failed on " + address + ":\n" + output);
        }
        return new Rate(Double.parseDouble(rate.group(1)), millis(output, 50), millis(output, 99));
    }

    private static double millis(String output, int percentile) {
        var line = Pattern.compile("\\s" + percentile + "%\\s+([0-9.]+)(us|ms|s|m)\\b")
                .matcher(output);
        if (!line.find()) {
            throw new IllegalStateException("wrk printed no latencies:\n" + output);
        }
        return Double.parseDouble(line.group(1)) * MILLIS.getOrDefault(line.group(2), Double.NaN);
    }
}
