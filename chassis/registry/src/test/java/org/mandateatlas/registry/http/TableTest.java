package org.mandateatlas.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table is written as CSV. */
class TableTest {

    private static final int ROWS = 1000;

    private final Flushed out = new Flushed();

    @Test
    void valuesAreQuotedWhereTheyMust() throws IOException {
        new Table(List.of("id", "text"), Stream.of(Arrays.asList("iom", "a \"b\", c"), Arrays.asList("ilo", null)))
                .write(out);

        assertEquals("id,text\niom,\"a \"\"b\"\", c\"\nilo,\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void rowsDoNotGoOutOneByOne() throws IOException {
        new Table(List.of("row"), IntStream.range(0, ROWS).mapToObj(row -> Arrays.asList(row))).write(out);

        assertEquals(ROWS + 1, out.toString(StandardCharsets.UTF_8).lines().count());
        assertTrue(out.times < ROWS / 10, () -> out.times + " times");
    }

    private static final class Flushed extends ByteArrayOutputStream {

        private int times;

        @Override
        public void flush() {
            times++;
        }
    }
}
