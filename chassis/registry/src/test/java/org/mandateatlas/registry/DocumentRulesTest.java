package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;

/** A document with an uncited fact, a missing field or a text that is none does not enter the registry. */
class DocumentRulesTest {

    private static final String CITED = "\"citations\": [{\"source\": \"guide\"}]";

    @Test
    void aDocumentWithAllThatIsRequiredKeepsTheRules() {
        assertEquals(List.of(), violations(bridge(CITED)));
    }

    @Test
    void aDocumentWithoutACitationIsUncited() {
        assertEquals(
                List.of(Violation.at("/citations", "names no source that supports the fact")),
                violations(bridge("\"citations\": []")));
    }

    @Test
    void aFactInsideADocumentNeedsItsOwnCitation() {
        assertEquals(
                List.of("/tolls/1/citations"),
                pointers(bridge("\"tolls\": [{\"payer\": \"a\", " + CITED + "}, {\"payer\": \"b\"}], " + CITED)));
    }

    @Test
    void aSourceThatContradictsSupportsNothing() {
        assertEquals(
                List.of("/citations"),
                pointers(bridge("\"citations\": [{\"source\": \"guide\", \"stance\": \"contradicts\","
                        + " \"statedValue\": \"New Bridge\"}]")));
    }

    @Test
    void aDocumentThatOthersCiteNeedsNoCitation() {
        assertEquals(List.of(), pointers(new Guide("guide", List.of())));
    }

    @Test
    void whatIsNotMarkedAsPerhapsAbsentIsRequired() {
        assertEquals(
                List.of("/id", "/name", "/material"),
                pointers(DocumentJson.read(tree("{\"spans\": 1, " + CITED + "}"), Bridge.class)));
    }

    @Test
    void aRequiredFieldOfAFactIsToldAtItsPlace() {
        assertEquals(List.of("/tolls/0/payer"), pointers(bridge("\"tolls\": [{" + CITED + "}], " + CITED)));
    }

    @Test
    void aContradictionSaysWhatIsStatedInstead() {
        assertEquals(
                List.of("/citations/1/statedValue"),
                pointers(bridge("\"citations\": [{\"source\": \"guide\"},"
                        + " {\"source\": \"map\", \"stance\": \"contradicts\"}]")));
    }

    @Test
    void onlyAContradictionSaysWhatIsStatedInstead() {
        assertEquals(
                List.of("/citations/0/statedValue"),
                pointers(bridge("\"citations\": [{\"source\": \"guide\", \"statedValue\": \"New Bridge\"}]")));
    }

    @Test
    void aLastAttestationIsOnlyForAnUnknownEnd() {
        assertEquals(
                List.of(Violation.at("/tolls/0/validity/lastAttested", "is not allowed with to (2003)")),
                violations(bridge(
                        "\"tolls\": [{\"payer\": \"a\", \"validity\": {\"to\": \"2003\", \"lastAttested\": \"2002\"}, "
                                + CITED + "}], " + CITED)));
        assertEquals(
                List.of(Violation.at("/validity/lastAttested", "is before from (2004)")),
                violations(bridge("\"validity\": {\"from\": \"2004\", \"lastAttested\": \"2003\"}, " + CITED)));
        assertEquals(
                List.of(),
                pointers(bridge("\"validity\": {\"from\": \"2004-06\", \"lastAttested\": \"2004\"}, " + CITED)));
    }

    @Test
    void aCitationNamesItsSource() {
        assertEquals(List.of("/citations/0/source"), pointers(bridge("\"citations\": [{\"locator\": \"page 5\"}]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\n\\t ", "\\u2003"})
    void aBlankTextIsNone(String text) {
        assertEquals(List.of("/nickname"), pointers(bridge("\"nickname\": \"" + text + "\", " + CITED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\u0000",
                "\\u0007a",
                "a\\r\\nb",
                "\\u009f a",
                "a\\ud800",
                "\\udc00a",
                "\\ufffe",
                "a\\uffff",
                "\\ufdd0",
                "\\ud83f\\udffe"
            })
    void aCharacterThatIsNoTextIsRefused(String text) {
        assertEquals(
                List.of(Violation.at(
                        "/nickname", "contains a control character, an unpaired surrogate or a noncharacter")),
                violations(bridge("\"nickname\": \"" + text + "\", " + CITED)));
    }

    @Test
    void linesTabsAndEveryScriptAreText() {
        assertEquals(
                List.of(),
                pointers(bridge("\"nickname\": \"a\\n\\tб‎橋 \\ud83c\\udf09 \\u2028\\u2029\\ufffd\", " + CITED)));
    }

    @Test
    void eachTextOfAListIsLookedAt() {
        assertEquals(List.of("/towns/1"), pointers(bridge("\"towns\": [\"Mostar\", \" \"], " + CITED)));
    }

    @Test
    void theTextsOfACitationAreTexts() {
        assertEquals(
                List.of("/citations/0/source", "/citations/1/locator", "/citations/2/statedValue"),
                pointers(
                        bridge(
                                "\"citations\": [{\"source\": \"\\u0000\"}, {\"source\": \"guide\", \"locator\": \" \"},"
                                        + "{\"source\": \"map\", \"stance\": \"contradicts\", \"statedValue\": \"\\u0000\"}]")));
    }

    @Test
    void aListHasAnEnd() {
        var towns = "\"Mostar\",".repeat(1000);
        assertEquals(List.of(), pointers(bridge("\"towns\": [" + towns.replaceFirst(",$", "") + "], " + CITED)));
        assertEquals(List.of("/towns"), pointers(bridge("\"towns\": [" + towns + "\"Mostar\"], " + CITED)));
    }

    @Test
    void everySourceThatIsCitedIsToldWithItsPlace() {
        var bridge = bridge("\"tolls\": [{\"payer\": \"a\", \"citations\": [{\"source\": \"ledger\"}]}], "
                + "\"citations\": [{\"source\": \"guide\"}, {\"source\": \"guide\", \"locator\": \"page 5\"}]");
        assertEquals(
                List.of(
                        new Reference("/tolls/0/citations/0/source", "source", "ledger"),
                        new Reference("/citations/0/source", "source", "guide"),
                        new Reference("/citations/1/source", "source", "guide")),
                DocumentRules.check(bridge, new Violations()));
    }

    private static Bridge bridge(String fields) {
        return DocumentJson.read(
                tree("{\"id\": \"a\", \"name\": \"Old Bridge\", \"material\": \"stone\", \"spans\": 1, " + fields
                        + "}"),
                Bridge.class);
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode tree(String json) {
        return DocumentJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> pointers(Record document) {
        return violations(document).stream()
                .map(violation -> String.valueOf(violation.pointer()))
                .toList();
    }

    private static List<Violation> violations(Record document) {
        var violations = new Violations();
        DocumentRules.check(document, violations);
        return violations.list();
    }

    /** Something that is cited. */
    record Guide(String id, List<Citation> citations) implements Cited, CitableSource {}
}
