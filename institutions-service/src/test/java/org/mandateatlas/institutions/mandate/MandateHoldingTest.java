package org.mandateatlas.institutions.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mandateatlas.institutions.mandate.MandateFixture.aMandate;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.DocumentModel;
import org.mandateatlas.registry.Facet;

/** On each day a mandate is found by the institution that held it then. */
class MandateHoldingTest {

    private static final Mandate MOVED_TWICE = aMandate()
            .of("human-rights-council")
            .heldBefore("ecosoc", "1947", "1979")
            .heldBefore("commission-on-human-rights", "1985-03", "2006-06-16")
            .mandate();

    @Test
    void aMandateThatNeverMovedIsItsHoldersAlways() {
        assertEquals(
                List.of(new Facet("holder", "iom", Validity.ALWAYS)),
                MandateHolding.of(aMandate().mandate()));
    }

    @Test
    void thePresentHolderHoldsFromTheDayAfterTheEarlierOne() {
        assertEquals(
                List.of(
                        new Facet("holder", "unhcr", new Validity(null, PartialDate.of("1980-11"))),
                        new Facet("holder", "iom", new Validity(PartialDate.of("1980-12-01"), null))),
                MandateHolding.of(aMandate()
                        .of("iom")
                        .heldBefore("unhcr", null, "1980-11")
                        .mandate()));
    }

    @Test
    void theOrderInWhichEarlierHoldersAreNamedDoesNotMatter() {
        var reversed = aMandate()
                .of("human-rights-council")
                .heldBefore("commission-on-human-rights", "1985-03", "2006-06-16")
                .heldBefore("ecosoc", "1947", "1979")
                .mandate();
        assertEquals(MandateHolding.of(MOVED_TWICE), MandateHolding.of(reversed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "1946-12-31",
                "1947-01-01",
                "1979-12-31",
                "1980-01-01",
                "1985-02-28",
                "1985-03-01",
                "2006-06-16",
                "2006-06-17",
                "9999-12-31"
            })
    void theHolderThatAMandateShowsOnADayIsTheOneItIsFoundBy(String text) {
        var day = LocalDate.parse(text);
        var found = MandateHolding.of(MOVED_TWICE).stream()
                .filter(facet -> facet.validity().contains(day))
                .map(Facet::value)
                .toList();
        assertEquals(List.of(DocumentModel.at(MOVED_TWICE, day).institution()), found);
    }

    @Test
    void inAnImpreciseYearOfAMoveBothHoldersFindIt() {
        var moved = aMandate()
                .of("iom")
                .heldBefore("ilo", "1951", "1980")
                .heldBefore("unhcr", "1980", "1989")
                .mandate();
        assertEquals(
                2,
                MandateHolding.of(moved).stream()
                        .filter(facet -> facet.validity().contains(LocalDate.of(1980, 6, 1)))
                        .count());
    }

    @Test
    void anEarlierHolderUntilTheEndOfTheCalendarLeavesNothing() {
        assertEquals(
                List.of(new Facet("holder", "unhcr", new Validity(null, PartialDate.of("9999")))),
                MandateHolding.of(
                        aMandate().of("iom").heldBefore("unhcr", null, "9999").mandate()));
    }

    @Test
    void anEarlierHolderFromTheBeginningOfTheCalendarHasNobodyBefore() {
        var facets = MandateHolding.of(
                aMandate().of("iom").heldBefore("unhcr", "0001", "1950").mandate());
        assertEquals(2, facets.size());
        assertTrue(facets.getLast().validity().contains(LocalDate.of(1951, 1, 1)));
    }
}
