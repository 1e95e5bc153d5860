package org.mandateatlas.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The parts of the benchmark run end to end; durations are not checked. */
class BenchIT {

    private static final Path RESULTS = Path.of("target", "results");

    private static final MeasuredSuite SUITE = new MeasuredSuite(Bench.root());

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @AfterAll
    static void stop() {
        SUITE.close();
    }

    @Test
    void everyCaseIsMeasured() {
        assertEquals(0, run("coverage", "--mandates=300", "--institutions=30", "--rounds=1"), output::toString);

        var text = output.toString(StandardCharsets.UTF_8);
        for (var name : List.of("coverage as CSV", "coverage of one function", "gaps", "diff", "simulation", "bare")) {
            assertTrue(text.lines().anyMatch(line -> line.startsWith(name)), text);
        }
        assertTrue(bytes("coverage", text) > 2 * bytes("coverage, shipped dataset", text), text);
        assertEquals(bytes("coverage", text), bytes("bare transfer", text));
        assertTrue(text.contains("heap after a full collection"), text);
    }

    @Test
    void readsAreMeasuredNextToReferences() {
        assertMeasured(
                List.of("read", "--rounds=1", "--seconds=1", "--rate=50"),
                "cached document",
                "document at a service",
                "list of 20 at a service",
                "cached diff",
                "resident memory after the reads");
    }

    @Test
    void writesAreMeasuredNextToPlainInserts() {
        assertMeasured(
                List.of("write", "--rounds=1", "--seconds=1", "--warm-up=1"),
                "single writer through the gateway",
                "16 writers on one stream");
    }

    @Test
    void eventsAreMeasuredNextToPlainKafka() {
        assertMeasured(
                List.of("events", "--seconds=1", "--rate=20", "--clients=20", "--events=300"),
                "commit to Kafka consumer, p50",
                "commit to the slowest client of the live feed",
                "feed replay to one reader");
    }

    @Test
    void slowClientsAreMeasuredNextToQuiet() {
        assertEquals(0, run("slow-clients", "--seconds=1", "--rate=50", "--connections=40"), output::toString);
        assertRows(
                "p99 with 40 idle connections",
                "p99 with 40 heads that stop in the middle",
                "p99 with 10 slow heads",
                "p99 with 10 slow bodies",
                "p99 with 2 downloads that nobody reads",
                "p99 with 2 clients with too many headers");
    }

    /** Without the load generator the benchmark fails and says what is missing. */
    private void assertMeasured(List<String> arguments, String... measures) {
        var wrk = Program.find("wrk").isPresent();
        assertEquals(wrk ? 0 : 1, run(arguments.toArray(String[]::new)), output::toString);
        if (wrk) {
            assertRows(measures);
            assertTrue(Files.exists(RESULTS.resolve(arguments.getFirst() + ".json")));
            assertTrue(Files.exists(RESULTS.resolve(arguments.getFirst() + ".svg")));
        }
    }

    private void assertRows(String... measures) {
        var text = output.toString(StandardCharsets.UTF_8);
        for (var measure : measures) {
            assertTrue(text.lines().anyMatch(line -> line.matches(Pattern.quote(measure) + ".* [0-9.,]+ .*")), text);
        }
    }

    @Test
    void invalidArgumentsAreRejected() {
        assertEquals(2, run("coverage", "--speed=9"));
    }

    private int run(String... arguments) {
        var stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        return Bench.run(List.of(arguments), SUITE, RESULTS, stream, stream);
    }

    private static long bytes(String name, String text) {
        var line = text.lines()
                .filter(each -> each.matches(name + " +[0-9].*"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.substring(name.length()).strip().split(" ", 2)[0]);
    }
}
