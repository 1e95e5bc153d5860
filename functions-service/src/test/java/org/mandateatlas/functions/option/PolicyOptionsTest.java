package org.mandateatlas.functions.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.functions.option.PolicyOptionFixture.anOption;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The rules of policy options, and what they are found by. */
class PolicyOptionsTest {

    private static final String CREATE = """
            {"type": "create-institution", "institution": "wmo", "name": "World Migration Organization"}""";
    private static final String GRANT = """
            {"type": "grant-mandate", "institution": "wmo", "title": "All of migration",
             "functions": ["coordination", "policy-research"], "note": "In one hand."}""";
    private static final String TRANSFER = """
            {"type": "transfer-mandates", "from": "iom", "to": "wmo", "capacities": true}""";
    private static final String END = """
            {"type": "end-institution", "institution": "iom"}""";

    private final PolicyOptions options = new PolicyOptions();

    @Test
    void anOrdinaryOptionKeepsTheRules() {
        assertEquals(
                List.of(),
                broken(anOption()
                        .assessedBy("political-viability")
                        .assessedBy("states-capacity")
                        .doing(CREATE, GRANT, TRANSFER, END)));
    }

    @Test
    void placesBeginWithOne() {
        assertEquals(List.of("/rank must be at least 1"), broken(anOption().inPlace(0)));
    }

    @Test
    void aCriterionIsAssessedOnce() {
        assertEquals(
                List.of("/assessments/2/criterion is a duplicate"),
                broken(anOption()
                        .assessedBy("political-viability")
                        .assessedBy("financial-realism")
                        .assessedBy("political-viability")));
    }

    @Test
    void anInstitutionIsCreatedOnce() {
        assertEquals(
                List.of("/operations/1/institution is already created by an earlier operation"),
                broken(anOption().doing(CREATE, CREATE)));
    }

    @Test
    void whatBreaksARuleOfOperationsIsToldWithItsStep() {
        assertEquals(
                List.of("/operations/1/to must differ from the current holder"),
                broken(anOption().doing(CREATE, TRANSFER.replace("wmo", "iom"))));
    }

    @Test
    void itRefersToTheInstitutionsThatItDoesNotCreateAndToFunctions() {
        assertEquals(
                List.of(
                        new Reference("/operations/0/institution", "institution", "wmo"),
                        new Reference("/operations/0/functions/0", "function", "coordination"),
                        new Reference("/operations/0/functions/1", "function", "policy-research"),
                        new Reference("/operations/2/from", "institution", "iom")),
                options.references(anOption().doing(GRANT, CREATE, TRANSFER).option()));
    }

    @Test
    void whatIsNoIdIsNoReference() {
        assertEquals(
                List.of(),
                options.references(anOption().doing(END.replace("iom", "I O M")).option()));
    }

    @Test
    void itIsFoundByItsModelAndByWhatItsOperationsDoAndName() {
        var facets = options.facets(
                anOption().growing("mixed").doing(CREATE, GRANT, TRANSFER, END).option());
        assertEquals(
                Set.of(
                        Facet.of("model", "mixed"),
                        Facet.of("operation", "create-institution"),
                        Facet.of("operation", "grant-mandate"),
                        Facet.of("operation", "transfer-mandates"),
                        Facet.of("operation", "end-institution"),
                        Facet.of("institution", "wmo"),
                        Facet.of("institution", "iom"),
                        Facet.of("function", "coordination"),
                        Facet.of("function", "policy-research")),
                Set.copyOf(facets));
        assertEquals(9, facets.size());
    }

    @Test
    void aSearchFindsItByAllThatIsSaidOfIt() {
        var option = anOption()
                .assessedBy("financial-realism")
                .endingIn("Nothing came of it.", "2006")
                .doing(CREATE, GRANT)
                .option();
        assertEquals(List.of("A new agency"), options.names(option));
        assertEquals(
                List.of(
                        "Found one for all.",
                        "One address.",
                        "No money.",
                        "Too dear.",
                        "World Migration Organization",
                        "All of migration",
                        "In one hand.",
                        "Nothing came of it."),
                options.texts(option));
    }

    private List<String> broken(PolicyOptionFixture fixture) {
        var violations = new Violations();
        options.check(fixture.option(), violations);
        return violations.list().stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .toList();
    }
}
