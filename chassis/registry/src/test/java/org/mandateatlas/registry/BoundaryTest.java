package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Bridge.Material;
import org.mandateatlas.registry.Bridge.Toll;

/** The boundaries of a document are the days on which its view changes, and no others. */
class BoundaryTest {

    @Test
    void theViewChangesWhenAnItemBeginsAndAfterItEnds() {
        var bridge = bridge(period("2000", "2010"), toll("2003", "2005-06"));

        assertEquals(
                List.of(
                        new Boundary(LocalDate.of(2000, 1, 1), 1),
                        new Boundary(LocalDate.of(2003, 1, 1), 2),
                        new Boundary(LocalDate.of(2005, 7, 1), 1),
                        new Boundary(LocalDate.of(2011, 1, 1), 0)),
                Boundary.of(new Bridges(), bridge));
    }

    @Test
    void nothingChangesOutsideOfTheValidity() {
        var bridge = bridge(new Validity(PartialDate.of("2000"), null), toll("1990", "1995"), toll("1995", "1998"));

        assertEquals(List.of(new Boundary(LocalDate.of(2000, 1, 1), 1)), Boundary.of(new Bridges(), bridge));
    }

    @Test
    void whatIsAlwaysValidBeginsBeforeAllDays() {
        assertEquals(List.of(new Boundary(LocalDate.MIN, 1)), Boundary.of(new Bridges(), bridge(Validity.ALWAYS)));
    }

    private static Bridge bridge(Validity validity, Toll... tolls) {
        return new Bridge(
                "b", null, null, "B", null, Material.STONE, 1, null, List.of(), List.of(tolls), validity, List.of());
    }

    private static Toll toll(String from, String to) {
        return new Toll("carts", period(from, to), List.of());
    }

    private static Validity period(String from, String to) {
        return new Validity(PartialDate.of(from), PartialDate.of(to));
    }
}
