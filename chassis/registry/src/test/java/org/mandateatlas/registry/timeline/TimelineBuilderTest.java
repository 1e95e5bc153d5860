package org.mandateatlas.registry.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Bridge;
import org.mandateatlas.registry.Bridge.Material;
import org.mandateatlas.registry.Bridge.Toll;
import org.mandateatlas.registry.Bridges;
import org.mandateatlas.registry.citation.Citation;

/** The timeline of a document follows from the annotations of its record. */
class TimelineBuilderTest {

    private static final Citation MAP = new Citation("map", null, Citation.Stance.SUPPORTS, null);
    private static final Citation BOOK = new Citation("book", null, Citation.Stance.SUPPORTS, null);

    @Test
    void aPeriodHasAnEntryForEachKnownEnd() {
        assertEquals(
                List.of(
                        "2003 toll-began: carts pay on {bridge:b}",
                        "2005-06 toll-ended: carts no longer pay on {bridge:b}"),
                texts(new Toll("carts", new Validity(PartialDate.of("2003"), PartialDate.of("2005-06")), List.of())));
        assertEquals(
                List.of("2003 toll-began: horse carts pay on {bridge:b}"),
                texts(new Toll("horse-carts", new Validity(PartialDate.of("2003"), null), List.of())));
        assertEquals(List.of(), texts(new Toll("carts", Validity.ALWAYS, List.of())));
    }

    @Test
    void anEntryCitesItsItemOrElseItsDocument() {
        var validity = new Validity(PartialDate.of("2003"), null);

        var cited = items(new Toll("carts", validity, List.of(MAP))).getFirst();
        var uncited = items(new Toll("carts", validity, List.of())).getFirst();

        assertEquals("map", source(cited));
        assertEquals("book", source(uncited));
        assertEquals(validity, cited.validity());
    }

    private static String source(DatedItem item) {
        var start = item.citations().indexOf("\"source\":\"") + "\"source\":\"".length();
        return item.citations().substring(start, item.citations().indexOf('"', start));
    }

    private static List<String> texts(Toll toll) {
        return items(toll).stream()
                .map(item -> item.date() + " " + item.event() + ": " + item.text())
                .toList();
    }

    private static List<DatedItem> items(Toll toll) {
        var bridge = new Bridge(
                "b",
                null,
                null,
                "B",
                null,
                Material.STONE,
                1,
                null,
                List.of(),
                List.of(toll),
                Validity.ALWAYS,
                List.of(BOOK));
        return TimelineBuilder.items(new Bridges(), bridge);
    }
}
