package org.mandateatlas.contract;

import static org.mandateatlas.contract.Documents.REFERENCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** Removes components and tags that no operation uses. */
final class Components {

    private Components() {}

    /** Removes the components that no operation of the document uses. */
    static void removeUnused(ObjectNode document) {
        removeUnused(document, Set.of());
    }

    /** Removes the components that neither an operation of the document nor another document uses. */
    static void removeUnused(ObjectNode document, Set<String> wanted) {
        var used = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(wanted);
        open.addAll(document.path("paths").findValuesAsText(REFERENCE));
        open.addAll(document.path("webhooks").findValuesAsText(REFERENCE));
        while (!open.isEmpty()) {
            var reference = open.pop();
            if (reference.startsWith("#/") && used.add(reference)) {
                open.addAll(document.at(reference.substring(1)).findValuesAsText(REFERENCE));
            }
        }
        for (var section : document.path("components").properties()) {
            if (!section.getKey().equals("securitySchemes") && section.getValue() instanceof ObjectNode components) {
                var unused = new ArrayList<String>();
                components.fieldNames().forEachRemaining(name -> {
                    if (!used.contains("#/components/" + section.getKey() + "/" + name)) {
                        unused.add(name);
                    }
                });
                components.remove(unused);
            }
        }
    }

    /** Removes the tags that no operation of the document has. */
    static void removeUnusedTags(ObjectNode document) {
        var used = new TreeSet<String>();
        for (var paths : new JsonNode[] {document.path("paths"), document.path("webhooks")}) {
            for (var path : paths) {
                path.forEach(operation -> operation.path("tags").forEach(tag -> used.add(tag.asText())));
            }
        }
        if (document.path("tags").isArray()) {
            document.withArray("/tags")
                    .removeIf(tag -> !used.contains(tag.path("name").asText()));
        }
    }
}
