package org.mandateatlas.processes.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.mandateatlas.processes.process.GovernanceProcessFixture.aProcess;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.processes.fact.Remark;
import org.mandateatlas.registry.DocumentModel;

/** A process on a day shows what held then. */
class GovernanceProcessTest {

    private static final LocalDate THEN = LocalDate.of(2004, 12, 31);

    @Test
    void itIsOpenToThoseWhoMightTakePartThen() {
        var process = aProcess()
                .openTo("states", "2001")
                .openTo("civil-society", "2005-01")
                .process();
        assertEquals(
                List.of(ParticipantGroup.STATES),
                DocumentModel.at(process, THEN).openTo().stream()
                        .map(Openness::who)
                        .toList());
    }

    @Test
    void itMeetsAsOftenAsItDidThen() {
        var process = aProcess()
                .meeting("Every year.", "2001", "2003")
                .meeting("Every quarter.", "2004", "2010")
                .process();
        assertEquals(
                List.of("Every quarter."),
                DocumentModel.at(process, THEN).frequency().stream()
                        .map(Frequency::text)
                        .toList());
    }

    @Test
    void ofEachMeasureItShowsTheLastFigure() {
        var process = aProcess()
                .counting(10, "2001")
                .counting(20, "2004")
                .counting(30, "2005")
                .process();
        assertEquals(
                List.of("20"),
                DocumentModel.at(process, THEN).figures().stream()
                        .map(Figure::value)
                        .map(String::valueOf)
                        .toList());
    }

    @Test
    void remarksAreThoseOfTheDay() {
        var process = aProcess()
                .remark("It began.", "2001")
                .remark("It went on.", "2005")
                .process();
        assertEquals(
                List.of("It began."),
                DocumentModel.at(process, THEN).remarks().stream()
                        .map(Remark::text)
                        .toList());
    }

    @Test
    void allElseStays() {
        var process = aProcess()
                .abbreviated("TM")
                .normative("non-normative")
                .goodAt("Being there.")
                .failingAt("Being heard.")
                .after("earlier-talks")
                .process();
        assertEquals(process, DocumentModel.at(process, THEN));
    }

    @Test
    void whatIsLeftOutIsEmpty() {
        var process = aProcess().process();
        assertEquals(List.of(), process.openTo());
        assertEquals(List.of(), process.predecessors());
        assertNull(process.normativity());
    }
}
