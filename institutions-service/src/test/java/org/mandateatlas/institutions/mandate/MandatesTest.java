package org.mandateatlas.institutions.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mandateatlas.institutions.mandate.MandateFixture.aMandate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The rules of mandates, and what they are found by. */
class MandatesTest {

    private final Mandates mandates = new Mandates();

    @Test
    void anOrdinaryMandateKeepsTheRules() {
        assertEquals(List.of(), broken(aMandate()));
        assertEquals(List.of(), broken(aMandate().restingOn("iom-constitution", "art. 1")));
        assertEquals(List.of(), broken(aMandate().heldBefore("unhcr", "1951", "1989")));
    }

    @Test
    void aMandateCoversAFunction() {
        assertEquals(List.of("/functions"), broken(aMandate().covering()));
    }

    @Test
    void aFunctionIsNamedOnce() {
        assertEquals(
                List.of("/functions/2"),
                broken(aMandate().covering("coordination", "policy-research", "coordination")));
    }

    @Test
    void aProvisionIsAPlaceInAnInstrument() {
        assertEquals(List.of("/provision"), broken(aMandate().at("art. 1")));
    }

    @Test
    void thePeriodsOfEarlierHoldersDoNotOverlap() {
        assertEquals(
                List.of("/earlierHolders/1/validity"),
                broken(aMandate().heldBefore("ilo", "1951", "1980").heldBefore("unhcr", "1979-06", "1989")));
        assertEquals(
                List.of(), broken(aMandate().heldBefore("ilo", "1951", "1980").heldBefore("unhcr", "1980", "1989")));
    }

    @Test
    void theTimeOfAnEarlierHolderHasEnded() {
        assertEquals(List.of("/earlierHolders/0/validity/to"), broken(aMandate().heldBefore("unhcr", "1951")));
    }

    @Test
    void itRefersToHoldersFunctionsInstrumentAndPredecessors() {
        var mandate = aMandate()
                .of("iom")
                .restingOn("iom-constitution", "art. 1")
                .superseding("iom-european-resettlement")
                .heldBefore("unhcr", "1951", "1989")
                .mandate();
        assertEquals(
                List.of(
                        new Reference("/institution", "institution", "iom"),
                        new Reference("/functions/0", "function", "discussion-platform"),
                        new Reference("/instrument", "instrument", "iom-constitution"),
                        new Reference("/supersedes/0/mandate", "mandate", "iom-european-resettlement"),
                        new Reference("/earlierHolders/0/institution", "institution", "unhcr")),
                mandates.references(mandate));
    }

    @Test
    void itIsFoundByWhatItsFiltersAskFor() {
        var facets = mandates.facets(aMandate()
                .of("iom")
                .covering("coordination", "policy-research")
                .restingOn("iom-constitution", "art. 1")
                .withReviewClause(true)
                .mandate());
        assertTrue(facets.containsAll(List.of(
                Facet.of("institution", "iom"),
                Facet.of("holder", "iom"),
                Facet.of("function", "coordination"),
                Facet.of("function", "policy-research"),
                Facet.of("population", "states"),
                Facet.of("authority", "constitution"),
                Facet.of("instrument", "iom-constitution"),
                Facet.of("force", "binding"),
                Facet.of("hasReviewClause", "true"))));
        assertEquals(9, facets.size());
    }

    @Test
    void aReviewThatNoSourceTellsOfIsUnknown() {
        assertTrue(mandates.facets(aMandate().mandate()).contains(Facet.of("hasReviewClause", "unknown")));
        assertTrue(mandates.facets(aMandate().withReviewClause(false).mandate())
                .contains(Facet.of("hasReviewClause", "false")));
    }

    @Test
    void aSearchFindsItByTitleTextAndLimits() {
        var mandate = aMandate().titled("Forum").limitedBy("No protection").mandate();
        assertEquals(List.of("Forum"), mandates.names(mandate));
        assertEquals(
                List.of("Give states and others a place to talk about migration.", "No protection"),
                mandates.texts(mandate));
    }

    private List<String> broken(MandateFixture mandate) {
        var violations = new Violations();
        mandates.check(mandate.mandate(), violations);
        return violations.list().stream()
                .map(Violation::pointer)
                .map(String::valueOf)
                .toList();
    }
}
