package org.mandateatlas.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Citations of the paper name lines that speak of the cited fact, and a wrong line would be found. */
class PaperCitationsTest {

    private static final String PAPER = "newland-2004";

    private static final LineFingerprints TEXT = LineFingerprints.of(
            "The Bretton Woods institutions (especially the World Bank)",
            "and several of the regional banks",
            "were slow, among the eight accession countries",
            "and 20 million people were of concern to UNHCR");

    @Test
    void theCitedLinesContainAKeywordOfTheCitedFact() {
        var check = new PaperCitations(PAPER, LineFingerprints.read("newland-2004.lines"), Datasets.documents());
        assertEquals("", String.join("\n", check.faults()));
        assertTrue(check.citations() > 900, "citations checked: " + check.citations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"line 1", "lines 1-2", "lines 2, 3-4", "lines 3-4"})
    void linesWithAKeywordFit(String locator) {
        assertEquals(List.of(), faults("eight accession countries in the Woods", locator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"line 2", "lines 2, 4", "line 5", "page 1", "", "line 0"})
    void otherLinesDoNot(String locator) {
        assertEquals(
                1, faults("eight accession countries in the Woods", locator).size());
    }

    @Test
    void numeralsAbbreviationsAndMillionsAreKeywords() {
        assertEquals(List.of(), faults("8", "line 3"));
        assertEquals(List.of(), faults("UNHCR", "line 4"));
        assertEquals(List.of(), faults("20000000", "line 4"));
        assertEquals(1, faults("12", "line 4").size());
    }

    @Test
    void theNamesOfTheInstitutionAreKeywords() {
        var institution = tree("{'id':'ibrd','names':[{'value':'World Bank'}]}");
        var mandate = tree("{'id':'loans','institution':'ibrd','text':'lend',"
                + "'citations':[{'source':'newland-2004','locator':'line 1'}]}");
        assertEquals(List.of(), new PaperCitations(PAPER, TEXT, List.of(institution, mandate)).faults());
    }

    @Test
    void aNameMustStandInItsOwnWords() {
        assertEquals(List.of(), faultsOfName("UNHCR", "line 4"));
        assertEquals(1, faultsOfName("UNHCR", "line 1").size());
    }

    private static List<String> faultsOfName(String name, String locator) {
        var institution = tree("{'id':'unhcr','names':[{'value':'World Bank'},{'value':'" + name
                + "','citations':[{'source':'newland-2004','locator':'" + locator + "'}]}]}");
        return new PaperCitations(PAPER, TEXT, List.of(institution)).faults();
    }

    private static List<String> faults(String text, String locator) {
        var document = tree("{'id':'x','remarks':[{'text':'" + text
                + "','citations':[{'source':'newland-2004','locator':'" + locator + "'}]}]}");
        return new PaperCitations(PAPER, TEXT, List.of(document)).faults();
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
