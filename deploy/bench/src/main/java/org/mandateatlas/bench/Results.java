package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results of a part of the benchmark: a table, a JSON document and a chart, which replace those of earlier runs. */
final class Results {

    private final String part;
    private final Map<String, @Nullable Object> settings;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Begins a part.
     *
     * @param settings how it is measured
     */
    Results(String part, Map<String, @Nullable Object> settings) {
        this.part = part;
        this.settings = settings;
    }

    void add(Measurement measurement) {
        measurements.add(measurement);
    }

    /** Adds a sentence about what was not measured and why. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** Prints one table with the results of all parts. */
    static void print(List<Results> parts, PrintStream out) {
        out.println(row("measure", "value", "p99 ms", "reference", "value", "p99 ms", "ratio", "required", "met"));
        for (var results : parts) {
            results.measurements.forEach(each -> out.println(row(each)));
        }
        parts.forEach(results -> results.notes.forEach(out::println));
    }

    private static String row(Measurement each) {
        var reference = each.reference();
        var target = each.target();
        return row(
                each.measure(),
                Measurement.figure(each.value()) + " " + each.unit(),
                optional(each.p99()),
                reference == null ? "" : reference.name(),
                reference == null ? "" : Measurement.figure(reference.value()) + " " + each.unit(),
                reference == null ? "" : optional(reference.p99()),
                optional(each.ratio()),
                target == null ? "" : target.text(each.unit()),
                each.met() == null ? "" : each.met() ? "met" : "not met");
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-50s %16s %9s   %-32s %16s %9s %7s %14s  %s", cells)
                .stripTrailing();
    }

    private static String optional(@Nullable Double value) {
        return value == null ? "" : Measurement.figure(value);
    }

    /** Writes the JSON document and the chart. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(
                folder.resolve(part + ".json"),
                BenchJson.indented(BenchJson.object(
                        "part",
                        part,
                        "measuredAt",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "machine",
                        Machine.describe(),
                        "settings",
                        settings,
                        "results",
                        measurements.stream().map(Measurement::json).toList(),
                        "notes",
                        notes)));
        Files.writeString(folder.resolve(part + ".svg"), Chart.of(part, measurements));
    }
}
