package org.mandateatlas.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Descriptions as they are written and committed. */
final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build();

    private Yaml() {}

    static ObjectNode read(Path file) throws IOException {
        return (ObjectNode) MAPPER.readTree(file.toFile());
    }

    static ObjectNode yaml(String text) throws JsonProcessingException {
        return (ObjectNode) MAPPER.readTree(text);
    }

    /** What is generated must be what is committed; with {@code -Datlas.openapi.update=true} it is written there first. */
    static void assertCommitted(Path file, ObjectNode generated) throws IOException {
        String text = MAPPER.writeValueAsString(generated);
        if (Boolean.getBoolean("atlas.openapi.update")) {
            Files.writeString(file, text);
        }
        assertEquals(
                text,
                Files.readString(file),
                "What is described has changed: run the tests with -Datlas.openapi.update=true and commit the result");
    }
}
