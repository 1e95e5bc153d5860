package org.mandateatlas.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.EarlyProblems;
import org.mandateatlas.base.problem.ProblemException;

/** A batch is split into numbered lines, within limits. */
class BatchBodyTest {

    @Test
    void linesAreNumberedFromOneAndEmptyOnesLeftOut() {
        assertEquals(List.of("1 {}", "3 {\"é\": 1}", "5 x\r"), lines("{}\n\n{\"é\": 1}\n \r\nx\r\n"));
        assertEquals(List.of("1 {}"), lines("{}"));
        assertEquals(List.of(), lines(""));
    }

    @Test
    void aBatchHasALimitedNumberOfLines() {
        var most = Stream.generate(() -> "{}").limit(BatchBody.MOST_LINES).collect(Collectors.joining("\n\n"));
        assertEquals(BatchBody.MOST_LINES, lines(most).size());
        assertThrows(ProblemException.class, () -> lines(most + "\n{}"));
    }

    @Test
    void aBatchHasALimitedSize() {
        assertThrows(ProblemException.class, () -> BatchBody.lines(new byte[EarlyProblems.LARGEST_BATCH + 1]));
    }

    private static List<String> lines(String body) {
        return BatchBody.lines(body.getBytes(StandardCharsets.UTF_8)).stream()
                .map(line -> line.number() + " " + new String(line.text(), StandardCharsets.UTF_8))
                .toList();
    }
}
