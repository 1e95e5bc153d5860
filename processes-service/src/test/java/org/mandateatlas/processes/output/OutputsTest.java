package org.mandateatlas.processes.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.processes.meeting.MeetingFixture.aMeeting;
import static org.mandateatlas.processes.output.OutputFixture.anOutput;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.processes.fact.Remark;
import org.mandateatlas.registry.DocumentModel;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The rules of outputs, and what they are found by. */
class OutputsTest {

    private final Outputs outputs = new Outputs(id -> Optional.of(
                    aMeeting().called("berne-ii").of("berne-initiative").meeting())
            .filter(meeting -> meeting.id().equals(id)));

    @Test
    void itCameOutOfAMeetingOfItsProcess() {
        assertEquals(List.of(), broken(anOutput().of("berne-initiative").outOf("berne-ii")));
        assertEquals(
                List.of("/meeting belongs to the process 'berne-initiative'"),
                broken(anOutput().of("icpd").outOf("berne-ii")));
    }

    @Test
    void whetherThereIsSuchAMeetingIsAMatterOfReferences() {
        assertEquals(List.of(), broken(anOutput().outOf("berne-iii")));
    }

    @Test
    void aSeriesHasOneFigureOfATime() {
        assertEquals(
                List.of("/figures/1/asOf is the date of another figure of the measure at /figures/0"),
                broken(anOutput().counting(20, "2004").counting(21, "2004")));
    }

    @Test
    void itRefersToItsProcessItsMeetingAndItsInstrument() {
        assertEquals(
                List.of(
                        new Reference("/process", "process", "berne-initiative"),
                        new Reference("/meeting", "meeting", "berne-ii"),
                        new Reference("/instrument", "instrument", "an-agenda")),
                outputs.references(
                        anOutput().outOf("berne-ii").being("an-agenda").output()));
        assertEquals(
                List.of(new Reference("/process", "process", "berne-initiative")),
                outputs.references(anOutput().output()));
    }

    @Test
    void itIsFoundByWhatItsFiltersAskFor() {
        assertEquals(
                Set.of(
                        Facet.of("process", "berne-initiative"),
                        Facet.of("meeting", "berne-ii"),
                        Facet.of("instrument", "an-agenda"),
                        Facet.of("kind", "report"),
                        Facet.of("force", "internal")),
                Set.copyOf(outputs.facets(anOutput()
                        .kind("report")
                        .force("internal")
                        .outOf("berne-ii")
                        .being("an-agenda")
                        .output())));
    }

    @Test
    void aSearchFindsItByTitleSummaryAndRemarks() {
        var output = anOutput().remark("It was filed away.", "2005").output();
        assertEquals(List.of("Agenda for Migration Management"), outputs.names(output));
        assertEquals(List.of("What states have in common.", "It was filed away."), outputs.texts(output));
    }

    @Test
    void aDayShowsWhatWasKnownOfItThen() {
        var output = anOutput()
                .counting(20, "2004-12-17")
                .counting(21, "2005")
                .remark("It was new.", "2004-12")
                .remark("It was filed away.", "2005")
                .output();
        var then = DocumentModel.at(output, LocalDate.of(2004, 12, 31));
        assertEquals(
                List.of("20"),
                then.figures().stream().map(Figure::value).map(String::valueOf).toList());
        assertEquals(
                List.of("It was new."),
                then.remarks().stream().map(Remark::text).toList());
    }

    private List<String> broken(OutputFixture fixture) {
        var violations = new Violations();
        outputs.check(fixture.output(), violations);
        return violations.list().stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .toList();
    }
}
