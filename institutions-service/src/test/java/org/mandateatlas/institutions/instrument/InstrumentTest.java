package org.mandateatlas.institutions.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.institutions.instrument.InstrumentFixture.anInstrument;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.institutions.fact.Figure;
import org.mandateatlas.institutions.instrument.Instrument.Amendment;
import org.mandateatlas.registry.DocumentModel;

/** An instrument shows itself as it was on a day. */
class InstrumentTest {

    private static final Instrument CONSTITUTION = anInstrument()
            .inForce("1954-11-30", null)
            .supervised("iom", "1954", "1960")
            .amended("1987-05-20", "1989-11-14", "A new name.")
            .amended(null, "2013-11-21", "Terms of office.")
            .amended(null, null, "Something of unknown date.")
            .counting("states-parties", "10", "1954")
            .counting("states-parties", "16", "1955")
            .instrument();

    @Test
    void onADayBeforeItsEntryIntoForceItIsNotInForce() {
        assertEquals(
                0,
                DocumentModel.at(CONSTITUTION, LocalDate.of(1954, 11, 29))
                        .inForce()
                        .size());
        assertEquals(
                1,
                DocumentModel.at(CONSTITUTION, LocalDate.of(1954, 11, 30))
                        .inForce()
                        .size());
    }

    @Test
    void onADayOnlyWhoWatchedOverItThenIsNamed() {
        assertEquals(
                1,
                DocumentModel.at(CONSTITUTION, LocalDate.of(1958, 1, 1))
                        .supervisedBy()
                        .size());
        assertEquals(
                0,
                DocumentModel.at(CONSTITUTION, LocalDate.of(1961, 1, 1))
                        .supervisedBy()
                        .size());
    }

    @Test
    void onADayItHasTheAmendmentsAdoptedByThen() {
        assertEquals(
                List.of("A new name.", "Something of unknown date."),
                DocumentModel.at(CONSTITUTION, LocalDate.of(1987, 5, 20)).amendments().stream()
                        .map(Amendment::text)
                        .toList());
    }

    @Test
    void anAmendmentOfUnknownAdoptionCountsFromItsEntryIntoForce() {
        assertEquals(
                2,
                DocumentModel.at(CONSTITUTION, LocalDate.of(2013, 11, 20))
                        .amendments()
                        .size());
        assertEquals(
                3,
                DocumentModel.at(CONSTITUTION, LocalDate.of(2013, 11, 21))
                        .amendments()
                        .size());
    }

    @Test
    void onADayItsFiguresAreTheLastOfEachMeasure() {
        assertEquals(
                List.of("10"),
                DocumentModel.at(CONSTITUTION, LocalDate.of(1954, 12, 1)).figures().stream()
                        .map(Figure::value)
                        .map(String::valueOf)
                        .toList());
    }
}
