package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A patch leads from the document before to the one after. */
class JsonPatchesTest {

    @Property(tries = 300)
    void applyingTheDifferenceGivesTheDocumentAfter(
            @ForAll("documents") JsonObject before, @ForAll("documents") JsonObject after) {
        var patch = array(JsonPatches.between(before.toString(), after.toString()));
        assertEquals(after, Json.createPatch(patch).apply(before));
    }

    @Property(tries = 100)
    void aDocumentDoesNotDifferFromItself(@ForAll("documents") JsonObject document) {
        assertEquals("[]", JsonPatches.between(document.toString(), document.toString()));
    }

    @Property(tries = 100)
    void theFirstPatchAddsTheDocument(@ForAll("documents") JsonObject document) {
        var patch = array(JsonPatches.addition(document.toString()));
        assertEquals(document, Json.createPatch(patch).apply(JsonValue.EMPTY_JSON_OBJECT));
    }

    @Example
    void theLastPatchLeavesNothing() {
        assertEquals(JsonValue.NULL, array(JsonPatches.REMOVAL).getJsonObject(0).get("value"));
    }

    @Example
    void thePatchOfAVersionSetsItsNumberAndInstantBeforeItsContent() {
        var recordedAt = Instant.parse("2026-11-26T04:00:00.000001Z");
        var content = DocumentText.object(",\"name\":\"after\"}");
        var patch = array(JsonPatches.ofVersion(3, recordedAt, JsonPatches.between("{\"name\":\"before\"}", content)));
        var before = "{\"id\":\"a\",\"version\":2,\"recordedAt\":\"2026-11-25T00:00:00Z\",\"name\":\"before\"}";

        assertEquals(
                object(DocumentText.of("a", 3, recordedAt, ",\"name\":\"after\"}")),
                Json.createPatch(patch).apply(object(before)));
    }

    @Example
    void thePatchOfAVersionWithTheSameContentSetsItsNumberAndInstantAlone() {
        assertEquals(2, array(JsonPatches.ofVersion(2, Instant.EPOCH, "[]")).size());
    }

    @Example
    void numbersDifferByTheirDigits() {
        assertEquals(
                "[{\"op\":\"replace\",\"path\":\"/a\",\"value\":1.50}]",
                JsonPatches.between("{\"a\":1.5}", "{\"a\":1.50}"));
    }

    @Example
    void lineAndParagraphSeparatorsAreEscaped() {
        assertEquals(
                "[{\"op\":\"replace\",\"path\":\"/a\",\"value\":\"b\\u2028c\\u2029\"}]",
                JsonPatches.between("{\"a\":\"b\"}", "{\"a\":\"b\\u2028c\u2029\"}"));
    }

    @Provide
    Arbitrary<JsonObject> documents() {
        return objects(2);
    }

    private static Arbitrary<JsonObject> objects(int depth) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "a/b", "~", ""), values(depth - 1))
                .ofMaxSize(4)
                .map(JsonPatchesTest::object);
    }

    private static JsonObject object(Map<String, JsonValue> fields) {
        var object = Json.createObjectBuilder();
        fields.forEach(object::add);
        return object.build();
    }

    private static Arbitrary<JsonValue> values(int depth) {
        Arbitrary<JsonValue> plain = Arbitraries.of(
                JsonValue.NULL, JsonValue.TRUE, Json.createValue(1), Json.createValue("a"), Json.createValue("b"));
        if (depth == 0) {
            return plain;
        }
        var lists = values(depth - 1).list().ofMaxSize(5).map(items -> {
            var array = Json.createArrayBuilder();
            items.forEach(array::add);
            return (JsonValue) array.build();
        });
        return Arbitraries.oneOf(plain, lists, objects(depth).map(object -> (JsonValue) object));
    }

    private static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static JsonArray array(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }
}
