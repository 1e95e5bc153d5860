package org.mandateatlas.base.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A merge patch does what RFC 7396 says. */
class MergePatchTest {

    private static final StrictJson JSON = new StrictJson(StrictJson.builder().build());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"} | {\"a\":null} | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null} | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"c\"} | {\"a\":[\"b\"]} | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
                "{\"e\":null} | {\"a\":1} | {\"e\":null,\"a\":1}",
                "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"
            })
    void thePatchesOfTheStandardGiveTheResultsOfTheStandard(String document, String patch, String result) {
        assertEquals(json(result), apply(document, patch));
    }

    @Test
    void whatThePatchDoesNotNameStaysToTheDigit() {
        assertEquals(
                "{\"a\":1.50,\"b\":1E+400,\"c\":2}",
                apply("{\"a\":1.50,\"b\":1E+400}", "{\"c\":2}").toString());
    }

    @Test
    void theDocumentThatIsPatchedStaysAsItIs() {
        var document = json("{\"a\":1}");
        MergePatch.apply(document, json("{\"a\":2}"));
        assertEquals(json("{\"a\":1}"), document);
    }

    private static ObjectNode apply(String document, String patch) {
        return MergePatch.apply(json(document), json(patch));
    }

    private static ObjectNode json(String text) {
        return JSON.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void aPatchThatWasAppliedChangesNothingMore(
            @ForAll("objects") ObjectNode document, @ForAll("objects") ObjectNode patch) {
        var patched = MergePatch.apply(document, patch);
        assertEquals(patched, MergePatch.apply(patched, patch));
    }

    @Property
    void anEmptyPatchChangesNothingAndTheDocumentStays(
            @ForAll("objects") ObjectNode document, @ForAll("objects") ObjectNode patch) {
        var before = document.deepCopy();
        MergePatch.apply(document, patch);
        assertEquals(before, document);
        assertEquals(before, MergePatch.apply(document, document.objectNode()));
    }

    @Property
    void aFieldIsThatOfThePatchOrElseOfTheDocument(
            @ForAll("objects") ObjectNode document, @ForAll("objects") ObjectNode patch) {
        var patched = MergePatch.apply(document, patch);
        patch.properties().forEach(field -> {
            assertEquals(!field.getValue().isNull(), patched.has(field.getKey()));
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                assertEquals(field.getValue(), patched.get(field.getKey()));
            }
        });
        document.properties().stream()
                .filter(field -> !patch.has(field.getKey()))
                .forEach(field -> assertEquals(field.getValue(), patched.get(field.getKey())));
    }

    @Provide
    Arbitrary<ObjectNode> objects() {
        return objects(3);
    }

    private static Arbitrary<ObjectNode> objects(int depth) {
        var nodes = JsonNodeFactory.instance;
        Arbitrary<JsonNode> values = Arbitraries.of(
                nodes.nullNode(),
                nodes.textNode(""),
                nodes.numberNode(1),
                nodes.booleanNode(true),
                nodes.arrayNode().add(1),
                nodes.objectNode());
        var fields = depth == 0
                ? values
                : Arbitraries.oneOf(values, objects(depth - 1).map(object -> (JsonNode) object));
        return Arbitraries.maps(Arbitraries.of("", "a", "b", "c"), fields)
                .ofMaxSize(4)
                .map(map -> (ObjectNode) nodes.objectNode().setAll(map));
    }
}
