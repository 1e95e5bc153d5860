package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Measures how many cached responses of the gateway a second, with wrk; where it is not installed, nothing is measured. */
final class CachedReads {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern FAILURES = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");

    private static final Map<String, String> PATHS = paths();

    private final SuiteProcess suite;
    private final PrintStream out;

    CachedReads(SuiteProcess suite, PrintStream out) {
        this.suite = suite;
        this.out = out;
    }

    private static Map<String, String> paths() {
        var paths = new LinkedHashMap<String, String>();
        paths.put("collection page", "/v1/mandates?institution=iom&limit=20");
        paths.put("coverage", "/v1/coverage?validAt=2004-12-31");
        paths.put("institution profile", "/v1/institutions/iom/profile");
        paths.put("search", "/v1/search?q=migration");
        paths.put("timeline", "/v1/timeline?institution=iom");
        paths.put("diff", "/v1/diff?from=1990-01-01&to=1991-01-01&institution=iom");
        return paths;
    }

    /** Returns the requests a second of each case. */
    Map<String, Double> measure() throws IOException, InterruptedException {
        var rates = new LinkedHashMap<String, Double>();
        if (!isInstalled()) {
            out.println("Cached responses are not measured: wrk is not installed.");
            return rates;
        }
        out.println(String.format(Locale.ROOT, "%-44s %10s", "cached", "requests/s"));
        for (var each : PATHS.entrySet()) {
            wrk(each.getValue(), "2s");
            rates.put(each.getKey(), wrk(each.getValue(), "6s"));
            out.println(String.format(Locale.ROOT, "%-44s %10.0f", each.getKey(), rates.get(each.getKey())));
        }
        return rates;
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start().waitFor();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private double wrk(String path, String duration) throws IOException, InterruptedException {
        var command =
                List.of("wrk", "-t1", "-c16", "-d" + duration, suite.uri(path).toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var rate = RATE.matcher(output);
        if (!rate.find() || FAILURES.matcher(output).find()) {
            throw new IllegalStateException("wrk failed on " + path + ":\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
