package org.mandateatlas.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Reads and writes YAML documents. Collections of short values are written on one line. */
final class Yaml {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    private Yaml() {}

    static ObjectNode read(Path file) throws IOException {
        return (ObjectNode) MAPPER.readTree(file.toFile());
    }

    static ObjectNode resource(String name) throws IOException {
        try (var file = Yaml.class.getResourceAsStream(name)) {
            return (ObjectNode) MAPPER.readTree(Objects.requireNonNull(file, name));
        }
    }

    static ObjectNode parse(String text) throws JsonProcessingException {
        return (ObjectNode) MAPPER.readTree(text);
    }

    static void write(Path file, ObjectNode document) throws IOException {
        Files.writeString(file, text(document));
    }

    static String text(ObjectNode document) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
        options.setSplitLines(false);
        var tree = MAPPER.convertValue(document, new TypeReference<LinkedHashMap<String, Object>>() {});
        return new org.yaml.snakeyaml.Yaml(new LiteralTexts(options), options).dump(tree);
    }

    /** Writes texts of several lines as such. */
    private static final class LiteralTexts extends Representer {

        LiteralTexts(DumperOptions options) {
            super(options);
            representers.put(String.class, this::text);
        }

        private Node text(Object value) {
            var text = (String) value;
            return representScalar(
                    Tag.STR,
                    text,
                    text.contains("\n") ? DumperOptions.ScalarStyle.LITERAL : DumperOptions.ScalarStyle.PLAIN);
        }
    }
}
