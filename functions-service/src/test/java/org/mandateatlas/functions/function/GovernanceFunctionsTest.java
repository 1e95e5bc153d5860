package org.mandateatlas.functions.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.mandateatlas.functions.function.GovernanceFunctionFixture.aFunction;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.DocumentModel;
import org.mandateatlas.registry.Facet;

/** The rules of functions, and what they are found by. */
class GovernanceFunctionsTest {

    private final GovernanceFunctions functions = new GovernanceFunctions();

    @Test
    void placesBeginWithOne() {
        assertEquals(List.of(), broken(aFunction().inPlace(1)));
        assertEquals(List.of("/rank must be at least 1"), broken(aFunction().inPlace(0)));
    }

    @Test
    void itIsFoundByItsStanding() {
        assertEquals(
                List.of(Facet.of("standing", "set-aside")),
                functions.facets(aFunction().standing("set-aside").function()));
    }

    @Test
    void aSearchFindsItByNameDescriptionAndReason() {
        var function = aFunction().function();
        assertEquals(List.of("Coordination"), functions.names(function));
        assertEquals(List.of("Let institutions act together.", "Nobody loses by it."), functions.texts(function));
    }

    @Test
    void itRefersToNothingAndIsTheSameOnEveryDay() {
        var function = aFunction().function();
        assertEquals(List.of(), functions.references(function));
        assertSame(function, DocumentModel.at(function, LocalDate.of(2004, 12, 31)));
    }

    @Test
    void anEndEndsIt() {
        var before = aFunction().function();
        assertEquals("created", functions.change(null, before));
        assertEquals("ended", functions.change(before, aFunction().until("2018").function()));
    }

    private List<String> broken(GovernanceFunctionFixture fixture) {
        var violations = new Violations();
        functions.check(fixture.function(), violations);
        return violations.list().stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .toList();
    }
}
