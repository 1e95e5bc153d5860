package org.mandateatlas.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table is written as CSV. */
class TableTest {

    private static final int ROWS = 1000;

    private final Flushed out = new Flushed();

    @Test
    void valuesAreQuotedWhereTheyMust() throws IOException {
        new Table(List.of("id", "text"), Stream.of(Arrays.asList("iom", "a \"b\", c"), Arrays.asList("ilo", null)))
                .write(CsvDialect.GUARDED, out);

        assertEquals("id,text\r\niom,\"a \"\"b\"\", c\"\r\nilo,\r\n", out.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+41 22", "-1", "@iom", "\t=1", "\n=1", "＝1"})
    void aTextThatASpreadsheetTakesForAFormulaIsGuarded(String text) throws IOException {
        assertEquals("'" + text, cell(text, CsvDialect.GUARDED));
        assertEquals("'" + text, cell(text, CsvDialect.BOM));
        assertEquals(text, cell(text, CsvDialect.RAW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iom", "a=b", " =1", "'", "1951", "[2016..2018]", ""})
    void anyOtherTextIsWrittenAsItIs(String text) throws IOException {
        for (var dialect : CsvDialect.values()) {
            assertEquals(text, cell(text, dialect));
        }
    }

    @Test
    void numbersAreNotGuarded() throws IOException {
        assertEquals("-1", cell(-1, CsvDialect.GUARDED));
        assertEquals("-0.50", cell(new BigDecimal("-0.50"), CsvDialect.GUARDED));
    }

    @Test
    void aByteOrderMarkComesFirstOnRequest() throws IOException {
        new Table(List.of("id"), Stream.of()).write(CsvDialect.BOM, out);

        assertEquals("\uFEFFid\r\n", out.toString(StandardCharsets.UTF_8));
    }

    private static String cell(Object value, CsvDialect dialect) throws IOException {
        var out = new ByteArrayOutputStream();
        new Table(List.of("value", "last"), Stream.of(Arrays.asList(value, "x"))).write(dialect, out);
        try (var rows = new CsvMapper()
                .readerForListOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .<List<String>>readValues(out.toString(StandardCharsets.UTF_8).replace("\uFEFF", ""))) {
            rows.next();
            return rows.next().getFirst();
        }
    }

    @Test
    void rowsDoNotGoOutOneByOne() throws IOException {
        new Table(List.of("row"), IntStream.range(0, ROWS).mapToObj(row -> Arrays.asList(row)))
                .write(CsvDialect.GUARDED, out);

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
