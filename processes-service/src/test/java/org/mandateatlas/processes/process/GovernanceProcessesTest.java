package org.mandateatlas.processes.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.processes.process.GovernanceProcessFixture.aProcess;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The rules of processes, and what they are found by. */
class GovernanceProcessesTest {

    private final GovernanceProcesses processes = new GovernanceProcesses();

    @Test
    void aFunctionIsServedOnce() {
        assertEquals(List.of(), broken(aProcess().serving("coordination", "discussion-platform")));
        assertEquals(
                List.of("/functions/1 is a duplicate"), broken(aProcess().serving("coordination", "coordination")));
    }

    @Test
    void aPredecessorIsNamedOnce() {
        assertEquals(List.of(), broken(aProcess().after("one").after("other")));
        assertEquals(
                List.of("/predecessors/1/process is a duplicate"),
                broken(aProcess().after("one").after("one")));
    }

    @Test
    void aSeriesHasOneFigureOfATime() {
        assertEquals(
                List.of("/figures/1/asOf is the date of another figure of the measure at /figures/0"),
                broken(aProcess().counting(1, "2004").counting(2, "2004")));
    }

    @Test
    void itRefersToItsFunctionsAndItsPredecessors() {
        assertEquals(
                List.of(
                        new Reference("/functions/0", "function", "coordination"),
                        new Reference("/predecessors/0/process", "process", "earlier-talks")),
                processes.references(aProcess()
                        .serving("coordination")
                        .after("earlier-talks")
                        .process()));
    }

    @Test
    void itIsFoundByWhatItsFiltersAskFor() {
        assertEquals(
                Set.of(
                        Facet.of("kind", "forum"),
                        Facet.of("stage", "established"),
                        new Facet("openTo", "experts", new Validity(PartialDate.of("2005"), null)),
                        Facet.of("normativity", "partly-normative"),
                        Facet.of("function", "coordination")),
                Set.copyOf(processes.facets(aProcess()
                        .kind("forum")
                        .openTo("experts", "2005")
                        .normative("partly-normative")
                        .serving("coordination")
                        .process())));
    }

    @Test
    void aSearchFindsItByNameAndAbbreviation() {
        assertEquals(List.of("Talks on Migration"), processes.names(aProcess().process()));
        assertEquals(
                List.of("Talks on Migration", "TM"),
                processes.names(aProcess().abbreviated("TM").process()));
    }

    @Test
    void aSearchFindsItByAllThatIsSaidOfIt() {
        assertEquals(
                List.of(
                        "States talk it over.",
                        "It asks nothing of anybody.",
                        "Every year.",
                        "Being there.",
                        "Being heard.",
                        "All of it.",
                        "It began."),
                processes.texts(aProcess()
                        .normative("non-normative")
                        .meeting("Every year.", "2001", "2003")
                        .goodAt("Being there.")
                        .failingAt("Being heard.")
                        .after("earlier-talks")
                        .remark("It began.", "2001")
                        .process()));
    }

    @Test
    void anEndEndsIt() {
        var before = aProcess().process();
        assertEquals("created", processes.change(null, before));
        assertEquals("ended", processes.change(before, aProcess().until("2004").process()));
        assertEquals(
                "changed", processes.change(before, aProcess().kind("forum").process()));
        assertEquals("ended", processes.ending());
    }

    private List<String> broken(GovernanceProcessFixture fixture) {
        var violations = new Violations();
        processes.check(fixture.process(), violations);
        return violations.list().stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .toList();
    }
}
