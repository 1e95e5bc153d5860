package org.mandateatlas.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.Bridges;
import org.mandateatlas.registry.DayViews;
import org.mandateatlas.registry.DocumentJson;

/** A stored document is shown with its status, as it lies, as of a day, or in part. */
class DocumentRendererTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<String> FIELDS = List.of(
            "id",
            "status",
            "version",
            "recordedAt",
            "name",
            "nickname",
            "material",
            "spans",
            "length",
            "towns",
            "tolls",
            "validity",
            "citations");

    @Test
    void aDocumentIsShownAsItLiesWithItsStatusBesideTheId() {
        assertEquals(
                ShownBridges.OLD_BRIDGE.replace("\"old-bridge\",", "\"old-bridge\",\"status\":\"ended\","),
                json(null, null));
    }

    @Test
    void theStatusIsThatOfTheDay() {
        assertTrue(json(LocalDate.of(1600, 1, 1), null).contains("\"status\":\"current\""));
        assertTrue(json(LocalDate.of(1500, 1, 1), null).contains("\"status\":\"planned\""));
    }

    @Test
    void onADayOnlyTheItemsOfThatDayAreShown() {
        assertEquals(
                1,
                DocumentJson.stored(json(LocalDate.of(1600, 1, 1), null))
                        .get("tolls")
                        .size());
        assertEquals(
                0,
                DocumentJson.stored(json(LocalDate.of(1800, 1, 1), null))
                        .get("tolls")
                        .size());
    }

    @Test
    void aNumberKeepsItsDigitsOnEveryWay() {
        assertTrue(json(null, null).contains("\"length\":28.70"));
        assertTrue(json(LocalDate.of(1600, 1, 1), null).contains("\"length\":28.70"));
        assertTrue(json(null, "length").contains("\"length\":28.70"));
    }

    @Test
    void theFieldsStandInOneOrderOnEveryWay() {
        assertEquals(FIELDS, DocumentRenderer.fields(new Bridges()));
        assertEquals(FIELDS, names(json(null, null)));
        assertEquals(FIELDS, names(json(LocalDate.of(1600, 1, 1), null)));
        assertEquals(FIELDS, names(json(null, String.join(",", FIELDS.reversed()))));
    }

    @Test
    void onlyTheFieldsThatAreAskedForAreShown() {
        assertEquals("{\"id\":\"old-bridge\",\"nickname\":null}", json(null, "nickname,id"));
        assertEquals("{\"status\":\"ended\"}", json(null, "status,status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "id,", ",id", "", "ID", "id, name", "tolls.payer"})
    void aFieldThatThereIsNotIsRefused(String fields) {
        var exception = assertThrows(ProblemException.class, () -> json(null, fields));
        assertEquals("fields", exception.problem().violations().getFirst().parameter());
    }

    private static String json(@Nullable LocalDate validAt, @Nullable String fields) {
        var view = DocumentRenderer.of(
                new Bridges(), new DayViews(), validAt, TODAY, fields == null ? List.of() : List.of(fields));
        return new String(view.bytes(ShownBridges.stored(ShownBridges.OLD_BRIDGE)), StandardCharsets.UTF_8);
    }

    private static List<String> names(String json) {
        var names = new ArrayList<String>();
        DocumentJson.stored(json).fieldNames().forEachRemaining(names::add);
        return names;
    }
}
