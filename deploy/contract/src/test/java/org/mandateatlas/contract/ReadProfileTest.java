package org.mandateatlas.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReadProfileTest {

    private static final int MOST_BYTES = 92_000;

    private final ObjectNode api;

    ReadProfileTest() throws IOException {
        api = Yaml.read(Path.of("../../gateway/openapi/openapi.yaml"));
    }

    static String name(JsonNode reference) {
        var text = reference.path("$ref").asText();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    @Test
    void itHasOnlyReadsThatNeedNoToken() {
        for (var operation : Documents.operations(ReadProfile.of(api))) {
            assertEquals("get", operation.method());
            assertTrue(operation.node().path("security").isEmpty(), operation.id());
        }
    }

    @Test
    void itHasEveryCollectionAndNoExport() {
        var ids = new TreeSet<String>();
        Documents.operations(ReadProfile.of(api)).forEach(operation -> ids.add(operation.id()));
        Documents.operations(api).stream()
                .map(Documents.Operation::id)
                .filter(id -> id.startsWith("put"))
                .forEach(id -> assertTrue(ids.contains("get" + id.substring(3)), id));
        assertTrue(ids.contains("searchDocuments") && ids.contains("getCoverageGaps"), ids.toString());
        assertTrue(ids.stream().noneMatch(id -> id.matches("export.*|.*History|.*Version|.*Changes|.*Subscription.*")));
    }

    @Test
    void itsReferencesResolveAndItsComponentsAreUsed() {
        var profile = ReadProfile.of(api);
        for (var reference : profile.findValuesAsText("$ref")) {
            assertFalse(profile.at(reference.substring(1)).isMissingNode(), reference);
        }
        var before = profile.deepCopy();
        Components.removeUnused(profile);
        assertEquals(before, profile);
    }

    @Test
    void itIsSmall() {
        var size = ReadProfile.of(api).toString().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(size < MOST_BYTES, size + " bytes");
    }
}
