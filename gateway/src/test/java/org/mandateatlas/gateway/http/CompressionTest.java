package org.mandateatlas.gateway.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=UTF-8",
                "application/problem+json",
                "application/cloudevents-batch+json",
                "application/schema+json",
                "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"",
                "application/x-ndjson",
                "application/atom+xml",
                "application/graphml+xml",
                "application/yaml",
                "text/csv",
                "text/vnd.graphviz",
                "text/HTML; charset=utf-8",
                "image/svg+xml"
            })
    void textIsWorthIt(String type) {
        assertTrue(Compression.isTextual(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/event-stream", "text/event-stream;charset=UTF-8", "image/png", "application/octet-stream"})
    void aStreamOfEventsAndWhatIsNoTextAreNot(String type) {
        assertFalse(Compression.isTextual(type));
    }
}
