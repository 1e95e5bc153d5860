package org.mandateatlas.functions.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.functions.capacity.CapacityFixture.aCapacity;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The rules of capacities, and what they are found by. */
class CapacitiesTest {

    private final Capacities capacities = new Capacities();

    @Test
    void absenceHasAReason() {
        assertEquals(
                List.of("/reason is required if the level is none"),
                broken(aCapacity().at("none")));
        assertEquals(List.of(), broken(aCapacity().at("none").because("outside-mandate")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead", "substantial"})
    void whoPerformsAFunctionWellHasNoReasonToDoNoMore(String level) {
        assertEquals(List.of(), broken(aCapacity().at(level)));
        assertEquals(
                List.of("/reason is not allowed if the level is lead or substantial"),
                broken(aCapacity().at(level).because("no-resources")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limited", "marginal"})
    void whoPerformsItALittleMaySayWhyNoMore(String level) {
        assertEquals(List.of(), broken(aCapacity().at(level)));
        assertEquals(List.of(), broken(aCapacity().at(level).because("no-resources")));
    }

    @Test
    void itRefersToItsInstitutionAndItsFunction() {
        assertEquals(
                List.of(
                        new Reference("/institution", "institution", "undp"),
                        new Reference("/function", "function", "policy-research")),
                capacities.references(
                        aCapacity().of("undp").in("policy-research").capacity()));
    }

    @Test
    void itIsFoundByWhatItsFiltersAskFor() {
        assertEquals(
                Set.of(
                        Facet.of("institution", "iom"),
                        Facet.of("function", "coordination"),
                        Facet.of("level", "none"),
                        Facet.of("reason", "no-resources"),
                        Facet.of("population", "refugees")),
                Set.copyOf(capacities.facets(aCapacity()
                        .at("none")
                        .because("no-resources")
                        .forWhom("refugees")
                        .capacity())));
    }

    @Test
    void aSearchFindsItByMechanismAndText() {
        var capacity = aCapacity().through("Berne Initiative").capacity();
        assertEquals(List.of("Berne Initiative"), capacities.names(capacity));
        assertEquals(List.of("Brings states together now and then."), capacities.texts(capacity));
        assertEquals(List.of(), capacities.names(aCapacity().capacity()));
    }

    @Test
    void anEndEndsIt() {
        assertEquals(
                "ended",
                capacities.change(
                        aCapacity().capacity(), aCapacity().until("2004").capacity()));
        assertEquals(
                "changed",
                capacities.change(
                        aCapacity().capacity(), aCapacity().at("marginal").capacity()));
    }

    private List<String> broken(CapacityFixture fixture) {
        var violations = new Violations();
        capacities.check(fixture.capacity(), violations);
        return violations.list().stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .toList();
    }
}
