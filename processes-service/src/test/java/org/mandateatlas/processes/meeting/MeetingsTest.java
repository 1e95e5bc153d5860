package org.mandateatlas.processes.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.processes.meeting.MeetingFixture.aMeeting;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.DocumentModel;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The rules of meetings, and what they are found by. */
class MeetingsTest {

    private final Meetings meetings = new Meetings();

    @Test
    void aMeetingHasDays() {
        assertEquals(List.of(), broken(aMeeting()));
        assertEquals(
                List.of("/validity/from is required for a meeting", "/validity/to is required for a meeting"),
                broken(aMeeting().undated()));
        assertEquals(
                List.of("/validity/to is required for a meeting"),
                broken(aMeeting().undated().from("2004")));
    }

    @Test
    void aSeriesHasOneFigureOfATime() {
        assertEquals(
                List.of("/figures/1/asOf is the date of another figure of the measure at /figures/0"),
                broken(aMeeting().counting(80, "2004").counting(90, "2004")));
    }

    @Test
    void itIsFoundByItsProcess() {
        var meeting = aMeeting().of("icpd").meeting();
        assertEquals(List.of(Facet.of("process", "icpd")), meetings.facets(meeting));
        assertEquals(List.of(new Reference("/process", "process", "icpd")), meetings.references(meeting));
    }

    @Test
    void aSearchFindsItByNamePlaceThemeAndSummary() {
        assertEquals(List.of("Berne II"), meetings.names(aMeeting().meeting()));
        assertEquals(
                List.of("Berne", "What comes next", "States spoke."),
                meetings.texts(aMeeting().meeting()));
    }

    @Test
    void aDayShowsWhatWasCountedByThen() {
        var meeting =
                aMeeting().counting(80, "2004-12-16").counting(90, "2004-12-17").meeting();
        assertEquals(
                List.of(meeting.figures().getFirst()),
                DocumentModel.at(meeting, LocalDate.of(2004, 12, 16)).figures());
        assertEquals(
                meeting.figures().getLast(),
                DocumentModel.at(meeting, LocalDate.of(2004, 12, 17)).figures().getLast());
    }

    private List<String> broken(MeetingFixture fixture) {
        var violations = new Violations();
        meetings.check(fixture.meeting(), violations);
        return violations.list().stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .toList();
    }
}
