package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a document is its version before its content. */
class DocumentTextTest {

    private static final String CONTENT = ",\"name\":\"a, \\\"recordedAt\\\":b\",\"citations\":[]}";

    @Test
    void aVersionIsPutBeforeTheContent() {
        assertEquals(
                "{\"id\":\"iom\",\"version\":3,\"recordedAt\":\"2026-11-26T04:00:00Z\"" + CONTENT,
                DocumentText.of("iom", 3, Instant.parse("2026-11-26T04:00:00Z"), CONTENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"iom\",\"version\":null,\"recordedAt\":null",
                "{\"id\":\"iom\",\"version\":12,\"recordedAt\":\"2026-11-26T04:00:00.000001Z\""
            })
    void theContentIsTheSameWhateverTheVersion(String version) {
        assertEquals(CONTENT, DocumentText.content(version + CONTENT));
    }

    @Test
    void theContentIsAnObjectOfItsOwn() {
        assertEquals("{\"name\":1}", DocumentText.object(",\"name\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"iom\"}", "{\"id\":\"iom\",\"version\":1,\"recordedAt\":null}", "{}"})
    void aTextWithoutVersionOrContentIsRejected(String text) {
        assertThrows(IllegalArgumentException.class, () -> DocumentText.content(text));
    }
}
