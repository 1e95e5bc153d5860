package org.mandateatlas.functions.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.functions.objective.ObjectiveFixture.anObjective;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.Violations;

/** The rules of objectives, and what they are found by. */
class ObjectivesTest {

    private final Objectives objectives = new Objectives();

    @Test
    void placesBeginWithOne() {
        assertEquals(List.of(), broken(anObjective().inPlace(1)));
        assertEquals(List.of("/rank must be at least 1"), broken(anObjective().inPlace(-1)));
    }

    @Test
    void aSearchFindsItByNameAndText() {
        var objective = anObjective().objective();
        assertEquals(List.of("Safe transit"), objectives.names(objective));
        assertEquals(List.of("Let nobody die on the way."), objectives.texts(objective));
        assertEquals(List.of(), objectives.facets(objective));
    }

    private List<String> broken(ObjectiveFixture fixture) {
        var violations = new Violations();
        objectives.check(fixture.objective(), violations);
        return violations.list().stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .toList();
    }
}
