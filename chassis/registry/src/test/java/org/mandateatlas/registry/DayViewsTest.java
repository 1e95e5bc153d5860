package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The view of a document as of a day is that of its record, computed once for all days between two of its dates. */
class DayViewsTest {

    private static final LocalDate DAY = LocalDate.of(1600, 1, 1);

    private final Bridges bridges = new Bridges();
    private final DayViews views = new DayViews();

    @Test
    void theViewOfEachDayIsThatOfTheRecord() {
        var text = text("riders");
        Stream.iterate(LocalDate.of(1560, 1, 1), day -> day.getYear() < 1720, day -> day.plusDays(17))
                .forEach(day -> assertEquals(
                        DocumentJson.write(DocumentJson.tree(bridges.at(DocumentJson.stored(text, Bridge.class), day))),
                        views.on(day, bridges, stored(2, text), text),
                        () -> "on " + day));
    }

    @Test
    void theViewHoldsUntilTheNextDate() {
        var text = text("riders");
        var known = views.on(DAY, bridges, stored(2, text), text);
        assertSame(known, views.on(LocalDate.of(1699, 6, 1), bridges, stored(2, text), text));
        assertNotEquals(known, views.on(LocalDate.of(1700, 1, 1), bridges, stored(2, text), text));
    }

    @Test
    void anotherVersionHasItsOwnView() {
        views.on(DAY, bridges, stored(2, text("riders")), text("riders"));
        var changed = views.on(DAY, bridges, stored(3, text("walkers")), text("walkers"));
        assertEquals(
                "walkers", DocumentJson.stored(changed).at("/tolls/0/payer").textValue());
    }

    private static String text(String payer) {
        return """
                {"id":"old-bridge","version":2,"recordedAt":"2026-11-23T10:00:00Z","name":"Stari Most","nickname":null,\
                "material":"stone","spans":1,"length":28.70,"towns":["Mostar"],"tolls":[{"payer":"%s",\
                "validity":{"from":"1566","to":"1699"},"citations":[]}],\
                "validity":{"from":"1566","to":"1993-11-09"},"citations":[]}""".formatted(payer);
    }

    private static StoredDocument stored(int version, String text) {
        var validTo = LocalDate.of(1993, 11, 9);
        return new StoredDocument(
                "old-bridge",
                version,
                Instant.parse("2026-11-23T10:00:00Z"),
                text,
                LocalDate.of(1566, 1, 1),
                validTo,
                validTo,
                0);
    }
}
