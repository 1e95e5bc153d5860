package org.mandateatlas.registry.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mandateatlas.registry.DocumentJson;

/** Two states of a document differ place by place. */
class FieldChangesTest {

    @Test
    void aStateThatSaysTheSameDoesNotDiffer() {
        assertEquals(
                List.of(),
                changes(
                        "{\"id\":\"iom\",\"version\":1,\"recordedAt\":\"x\",\"status\":\"current\",\"name\":\"IOM\"}",
                        "{\"id\":\"iom\",\"version\":2,\"recordedAt\":\"y\",\"status\":\"ended\",\"name\":\"IOM\"}"));
    }

    @Test
    void aFieldOfAnObjectIsAPlaceOfItsOwn() {
        assertEquals(
                List.of("/review/dueOn: \"2004\" -> \"2010\""),
                changes(
                        "{\"review\":{\"clause\":true,\"dueOn\":\"2004\"}}",
                        "{\"review\":{\"clause\":true,\"dueOn\":\"2010\"}}"));
    }

    @Test
    void whatComesInThePlaceOfNothingComesWhole() {
        assertEquals(
                List.of("/review: null -> {\"clause\":true}"),
                changes("{\"review\":null}", "{\"review\":{\"clause\":true}}"));
    }

    @Test
    void figuresOfOneMeasureAreOneThatChanged() {
        assertEquals(
                List.of("/figures/1: {\"measure\":\"b\",\"value\":2} -> {\"measure\":\"b\",\"value\":3}"),
                changes(
                        "{\"figures\":[{\"measure\":\"a\",\"value\":1},{\"measure\":\"b\",\"value\":2}]}",
                        "{\"figures\":[{\"measure\":\"a\",\"value\":1},{\"measure\":\"b\",\"value\":3}]}"));
    }

    @Test
    void aStatusTakesThePlaceOfAnother() {
        assertEquals(
                List.of("/unStatus/0: {\"status\":\"outside\"} -> {\"status\":\"related-organization\"}"),
                changes(
                        "{\"unStatus\":[{\"status\":\"outside\"}]}",
                        "{\"unStatus\":[{\"status\":\"related-organization\"}]}"));
    }

    @Test
    void itemsOfAListComeAndGoEachInItsPlace() {
        assertEquals(
                List.of("/functions/0: null -> \"n\"", "/functions/1: \"b\" -> null"),
                changes("{\"functions\":[\"a\",\"b\",\"c\"]}", "{\"functions\":[\"n\",\"a\",\"c\"]}"));
    }

    @Test
    void aPlaceIsAJsonPointer() {
        assertEquals(List.of("/a~1b~0c: 1 -> 2"), changes("{\"a/b~c\":1}", "{\"a/b~c\":2}"));
    }

    @Property
    void whatDiffersMadeToOneStateGivesTheOther(
            @ForAll("documents") ObjectNode before, @ForAll("documents") ObjectNode after) {
        assertEquals(after, applied(before, FieldChanges.between(before, after)));
    }

    @Property
    void aStateDoesNotDifferFromItself(@ForAll("documents") ObjectNode state) {
        assertEquals(List.of(), FieldChanges.between(state, state.deepCopy()));
    }

    /** In a list what is gone goes first, and what comes then comes in order. */
    private static JsonNode applied(ObjectNode before, List<FieldChange> changes) {
        ObjectNode state = before.deepCopy();
        for (FieldChange change : changes) {
            if (state.at(parent(change)) instanceof ArrayNode list) {
                remove(list, change.before());
            } else if (state.at(parent(change)) instanceof ObjectNode object) {
                object.set(last(change), change.after());
            }
        }
        changes.stream()
                .filter(change -> !change.after().isNull())
                .filter(change -> state.at(parent(change)) instanceof ArrayNode)
                .sorted(Comparator.comparingInt(change -> Integer.parseInt(last(change))))
                .forEach(change ->
                        ((ArrayNode) state.at(parent(change))).insert(Integer.parseInt(last(change)), change.after()));
        return state;
    }

    private static void remove(ArrayNode list, JsonNode item) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).equals(item)) {
                list.remove(i);
                return;
            }
        }
    }

    private static String parent(FieldChange change) {
        return change.pointer().substring(0, change.pointer().lastIndexOf('/'));
    }

    private static String last(FieldChange change) {
        return change.pointer().substring(change.pointer().lastIndexOf('/') + 1);
    }

    /** All fields are always there, and no list has an item twice, as in documents. */
    @Provide
    Arbitrary<ObjectNode> documents() {
        Arbitrary<String> words = Arbitraries.of("a", "b", "c", "d", "e", "f");
        Arbitrary<List<String>> lists = words.list().uniqueElements().ofMaxSize(5);
        Arbitrary<List<Integer>> numbers =
                Arbitraries.integers().between(0, 12).list().uniqueElements().ofMaxSize(6);
        return Combinators.combine(words, lists, numbers, words.injectNull(0.3)).as((name, functions, figures, due) -> {
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("name", name);
            functions.forEach(document.putArray("functions")::add);
            ArrayNode items = document.putArray("figures");
            figures.forEach(
                    figure -> items.addObject().put("measure", "m" + figure % 3).put("value", figure));
            return due == null
                    ? document.putNull("review")
                    : document.set(
                            "review", JsonNodeFactory.instance.objectNode().put("dueOn", due));
        });
    }

    private static List<String> changes(String before, String after) {
        return FieldChanges.between(DocumentJson.stored(before), DocumentJson.stored(after)).stream()
                .map(change -> change.pointer() + ": " + change.before() + " -> " + change.after())
                .toList();
    }
}
