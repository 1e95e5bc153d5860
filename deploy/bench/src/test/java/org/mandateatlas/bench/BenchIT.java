package org.mandateatlas.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark runs end to end; durations are not checked. */
class BenchIT {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void everyCaseIsMeasured() {
        assertEquals(0, run("coverage", "--mandates=300", "--institutions=30", "--rounds=1"));

        var text = output.toString(StandardCharsets.UTF_8);
        for (var name : List.of("coverage as CSV", "coverage of one function", "gaps", "diff", "simulation", "bare")) {
            assertTrue(text.lines().anyMatch(line -> line.startsWith(name)), text);
        }
        assertTrue(bytes("coverage", text) > 2 * bytes("coverage, shipped dataset", text), text);
        assertEquals(bytes("coverage", text), bytes("bare transfer", text));
        assertTrue(text.stripTrailing().endsWith("Heap limit held: yes."), text);
    }

    @Test
    void invalidArgumentsAreRejected() {
        assertEquals(2, run("coverage", "--speed=9"));
    }

    private int run(String... arguments) {
        return Bench.run(List.of(arguments), new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    private static long bytes(String name, String text) {
        var line = text.lines()
                .filter(each -> each.matches(name + " +[0-9].*"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.substring(name.length()).strip().split(" ", 2)[0]);
    }
}
