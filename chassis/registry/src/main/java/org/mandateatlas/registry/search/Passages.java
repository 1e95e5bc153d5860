package org.mandateatlas.registry.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentType;

/**
 * The texts that a document is found by.
 *
 * @param names its names, the most important first
 * @param texts the other texts, its id last
 */
record Passages(List<Passage> names, List<Passage> texts) {

    static <D extends Document> Passages of(DocumentType<D> type, D document) {
        var tree = DocumentJson.tree(document);
        var names = new ArrayList<Passage>();
        type.names(document).stream().distinct().forEach(name -> names.add(passage(tree, name)));
        var texts = new ArrayList<Passage>();
        type.model().texts(document).forEach(text -> texts.add(new Passage(text.pointer(), text.text())));
        texts.add(new Passage("/id", document.id()));
        return new Passages(List.copyOf(names), List.copyOf(texts));
    }

    /** Returns the most important name, or the id where there is none. */
    Passage first() {
        return names.isEmpty() ? texts.getLast() : names.getFirst();
    }

    private static Passage passage(JsonNode tree, String text) {
        var pointer = pointer("", tree, text);
        return new Passage(pointer == null ? "" : pointer, text);
    }

    private static @Nullable String pointer(String pointer, JsonNode node, String text) {
        if (node.isTextual()) {
            return node.textValue().equals(text) ? pointer : null;
        }
        if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                var found = pointer(pointer + '/' + i, node.get(i), text);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        for (var field : node.properties()) {
            var found = pointer(pointer + '/' + field.getKey(), field.getValue(), text);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
