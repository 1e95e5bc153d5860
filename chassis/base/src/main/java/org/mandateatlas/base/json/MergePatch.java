package org.mandateatlas.base.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch (RFC 7396). */
public final class MergePatch {

    private MergePatch() {}

    /** Returns a copy of the document with the patch applied. */
    public static ObjectNode apply(ObjectNode document, ObjectNode patch) {
        var patched = document.deepCopy();
        patch.properties().forEach(field -> {
            var value = field.getValue();
            if (value.isNull()) {
                patched.remove(field.getKey());
            } else if (value instanceof ObjectNode inner) {
                var before = patched.get(field.getKey()) instanceof ObjectNode object ? object : patched.objectNode();
                patched.set(field.getKey(), apply(before, inner));
            } else {
                patched.set(field.getKey(), value);
            }
        });
        return patched;
    }
}
