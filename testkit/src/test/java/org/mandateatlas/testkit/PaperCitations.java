package org.mandateatlas.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Checks that the lines cited from a text contain a keyword of the cited item or a name of what it is about.
 *
 * <p>Lines cited for a name must contain a word of that name.
 */
final class PaperCitations {

    private static final Pattern LOCATOR = Pattern.compile("lines? [0-9]+(-[0-9]+)?(, [0-9]+(-[0-9]+)?)*");
    private static final Pattern RANGE = Pattern.compile("([0-9]+)(?:-([0-9]+))?");

    /** A word on more lines than this does not tell which line is meant. */
    private static final int MOST_LINES = 28;

    private static final List<String> SUBJECTS = List.of("institution", "process", "function", "instrument");
    private static final List<String> NAMES = List.of("id", "name", "title", "shortTitle");

    private final String source;
    private final LineFingerprints lines;
    private final List<ObjectNode> documents;
    private final Map<String, String> names = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int citations;

    PaperCitations(String source, LineFingerprints lines, List<ObjectNode> documents) {
        this.source = source;
        this.lines = lines;
        this.documents = documents;
        documents.forEach(
                document -> names.merge(document.path("id").asText(), names(document), (a, b) -> a + " " + b));
    }

    /** Returns the citations whose lines do not fit, with document, place and lines. */
    List<String> faults() {
        documents.forEach(document -> check(document, document, ""));
        return List.copyOf(faults);
    }

    /** Returns the number of citations checked. */
    int citations() {
        return citations;
    }

    private void check(ObjectNode document, JsonNode node, String pointer) {
        if (node instanceof ObjectNode item) {
            StreamSupport.stream(item.path("citations").spliterator(), false)
                    .filter(citation -> citation.path("source").asText().equals(source))
                    .forEach(citation -> checkCitation(document, item, citation, pointer));
        }
        if (node.isArray()) {
            IntStream.range(0, node.size()).forEach(i -> check(document, node.get(i), pointer + "/" + i));
        }
        node.properties().forEach(field -> check(document, field.getValue(), pointer + "/" + field.getKey()));
    }

    private void checkCitation(ObjectNode document, ObjectNode item, JsonNode citation, String pointer) {
        citations++;
        var locator = citation.path("locator").asText();
        var place = document.path("id").asText() + " " + pointer + ", " + locator + ": ";
        if (!LOCATOR.matcher(locator).matches()) {
            faults.add(place + "is not a list of lines");
            return;
        }
        var cited = lines(locator);
        if (cited.stream().anyMatch(line -> line < 1 || line > lines.size())) {
            faults.add(place + "is beyond the text");
            return;
        }
        var fits = pointer.startsWith("/names/")
                ? lines.contain(Keywords.of(item.path("value").asText()), cited, lines.size())
                : lines.contain(keywords(document, item, citation), cited, MOST_LINES);
        if (!fits) {
            faults.add(place + "none of its keywords is there");
        }
    }

    private Set<String> keywords(ObjectNode document, ObjectNode item, JsonNode citation) {
        var about = SUBJECTS.stream().map(field -> document.path(field).asText());
        var texts = Stream.of(
                        Stream.of(names(document), citation.path("statedValue").asText()),
                        about.map(id -> names.getOrDefault(id, "")),
                        values(item).flatMap(value -> Stream.of(value, names.getOrDefault(value, ""))))
                .flatMap(part -> part);
        return Keywords.of(texts.collect(Collectors.joining("\n")));
    }

    /** Returns the values of an item, without those of nested items that have citations of their own. */
    private static Stream<String> values(JsonNode node) {
        if (node.isValueNode()) {
            return Stream.of(node.asText());
        }
        var children = node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                : node.properties().stream()
                        .filter(field -> !field.getKey().equals("citations"))
                        .map(Map.Entry::getValue);
        return children.filter(child -> !child.has("citations")).flatMap(PaperCitations::values);
    }

    private static String names(ObjectNode document) {
        return Stream.concat(
                        NAMES.stream().map(field -> document.path(field).asText()),
                        document.path("names").findValuesAsText("value").stream())
                .collect(Collectors.joining("\n"));
    }

    private static List<Integer> lines(String locator) {
        return RANGE.matcher(locator)
                .results()
                .flatMapToInt(range -> IntStream.rangeClosed(
                        Integer.parseInt(range.group(1)),
                        Integer.parseInt(range.group(2) == null ? range.group(1) : range.group(2))))
                .boxed()
                .toList();
    }
}
