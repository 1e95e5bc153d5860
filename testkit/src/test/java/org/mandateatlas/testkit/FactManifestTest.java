package org.mandateatlas.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every researched fact is stated by a document of the dataset that cites its source, or is left out for a stated reason.
 *
 * <p>Each line of the manifest has the number of a fact, a document as {@code collection/id} and the source, or {@code -} and the
 * reason for leaving it out.
 */
class FactManifestTest {

    private static final Path MANIFEST = Path.of("../institutions-service/src/main/resources/dataset/facts.tsv");
    private static final int FACTS = 1555;
    private static final int SHORTEST_REASON = 10;
    private static final List<String> COLLECTIONS = List.of(
            "institutions",
            "mandates",
            "instruments",
            "sources",
            "functions",
            "capacities",
            "policy-options",
            "governance-models",
            "objectives",
            "processes",
            "participations",
            "meetings",
            "outputs");

    private record Line(String fact, String document, String source) {

        static Line of(String text) {
            var cells = text.split("\t", -1);
            assertEquals(3, cells.length, text);
            return new Line(cells[0], cells[1], cells[2]);
        }

        boolean leavesOut() {
            return "-".equals(document);
        }
    }

    private static List<Line> lines() throws IOException {
        return Files.readAllLines(MANIFEST).stream().map(Line::of).toList();
    }

    @Test
    void everyFactIsUsedOrLeftOutForAReason() throws IOException {
        var listed = lines().stream().map(Line::fact).collect(Collectors.toSet());
        var all = IntStream.rangeClosed(1, FACTS)
                .mapToObj(number -> "F%03d".formatted(number))
                .collect(Collectors.toSet());
        assertEquals(all, listed);
        lines().stream()
                .filter(Line::leavesOut)
                .forEach(line -> assertFalse(line.source().length() < SHORTEST_REASON, line.toString()));
    }

    @Test
    void namedDocumentsCiteTheSources() throws IOException {
        var documents = documents();
        var faults = new ArrayList<String>();
        for (var line : lines()) {
            if (line.leavesOut()) {
                continue;
            }
            var document = documents.get(line.document());
            if (document == null) {
                faults.add(line.fact() + ": there is no document " + line.document());
            } else if (document.findValues("source").stream()
                    .map(JsonNode::asText)
                    .noneMatch(line.source()::equals)) {
                faults.add(line.fact() + ": " + line.document() + " does not cite " + line.source());
            }
        }
        assertEquals("", String.join("\n", faults));
    }

    private static Map<String, ObjectNode> documents() {
        var documents = new HashMap<String, ObjectNode>();
        COLLECTIONS.forEach(collection -> Datasets.documents(collection)
                .forEach(document ->
                        documents.put(collection + "/" + document.path("id").asText(), document)));
        return documents;
    }
}
