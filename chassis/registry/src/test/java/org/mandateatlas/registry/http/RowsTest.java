package org.mandateatlas.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandateatlas.registry.Bridges;
import org.mandateatlas.registry.DayViews;

/** Documents are written one to a line, or one to a row. */
class RowsTest {

    private static final String QUOTED = ShownBridges.OLD_BRIDGE
            .replace("Stari Most", "The \\\"Old\\\" Bridge, Mostar")
            .replace("[\"Mostar\"]", "[\"Mostar\",\"Blagaj\"]")
            .replace("\"nickname\":null", "\"nickname\":\"line one\\nline two\"");

    @Test
    void theHeaderNamesTheFieldsInTheirOrder() {
        assertEquals(
                "id,status,version,recordedAt,name,nickname,material,spans,length,towns,tolls,validity,citations",
                csv(null, ShownBridges.OLD_BRIDGE).lines().findFirst().orElse(""));
    }

    @Test
    void whatIsNullIsEmpty() {
        assertEquals("id,nickname\r\nold-bridge,\r\n", csv("id,nickname", ShownBridges.OLD_BRIDGE));
    }

    @Test
    void commasQuotesAndLineBreaksAreQuoted() {
        assertEquals(
                "name,nickname\r\n\"The \"\"Old\"\" Bridge, Mostar\",\"line one\nline two\"\r\n",
                csv("name,nickname", QUOTED));
    }

    @Test
    void listsOfPlainValuesAreJoinedBySemicolons() {
        assertEquals("towns\r\nMostar;Blagaj\r\n", csv("towns", QUOTED));
    }

    @Test
    void anythingDeeperIsJson() {
        assertEquals(
                "validity\r\n\"{\"\"from\"\":\"\"1566\"\",\"\"to\"\":\"\"1993-11-09\"\"}\"\r\n",
                csv("validity", ShownBridges.OLD_BRIDGE));
    }

    @Test
    void aNumberKeepsItsDigits() {
        assertEquals("length\r\n28.70\r\n", csv("length", ShownBridges.OLD_BRIDGE));
    }

    @Test
    void withoutDocumentsTheHeaderStandsAlone() {
        assertEquals("id,name\r\n", csv("name,id"));
    }

    @Test
    void aTextThatASpreadsheetTakesForAFormulaIsGuarded() {
        assertEquals(
                "name,length,towns\r\n\"'=1+1\",28.70,\"'@Mostar\"\r\n",
                csv(
                        "name,length,towns",
                        ShownBridges.OLD_BRIDGE.replace("Stari Most", "=1+1").replace("\"Mostar\"", "\"@Mostar\"")));
    }

    @Test
    void oneJsonDocumentStandsOnALine() {
        var out = new ByteArrayOutputStream();
        var rows = Rows.ndjson(view("id"), out);
        rows.write(List.of(ShownBridges.stored(QUOTED), ShownBridges.stored(ShownBridges.OLD_BRIDGE)));
        rows.end();
        assertEquals("{\"id\":\"old-bridge\"}\n{\"id\":\"old-bridge\"}\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void withoutDocumentsThereAreNoLines() {
        var out = new ByteArrayOutputStream();
        Rows.ndjson(view(null), out).end();
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    private static String csv(@Nullable String fields, String... documents) {
        var out = new ByteArrayOutputStream();
        var rows = Rows.csv(view(fields), CsvDialect.GUARDED, out);
        rows.write(Arrays.stream(documents).map(ShownBridges::stored).toList());
        rows.end();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static DocumentRenderer view(@Nullable String fields) {
        return DocumentRenderer.of(
                new Bridges(),
                new DayViews(),
                null,
                LocalDate.of(2026, 11, 23),
                fields == null ? List.of() : List.of(fields));
    }
}
