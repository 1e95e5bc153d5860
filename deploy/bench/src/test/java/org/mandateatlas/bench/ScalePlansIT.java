package org.mandateatlas.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The check of plans runs with few mandates, not beside the suite that the other benchmarks share; the logs of a failure are kept. */
class ScalePlansIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everyFilterUsesAnIndex() {
        var output = new ByteArrayOutputStream();
        var stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        var arguments = List.of("scale", "--explain", "--mandates=2000", "--institutions=60", "--data=" + folder);

        assertEquals(0, Bench.run(arguments, Path.of("target", "results"), stream, stream), output::toString);

        var text = output.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("sequential scans of large tables"), text);
        assertTrue(text.contains("slowest request, with its plan logged"), text);
    }
}
