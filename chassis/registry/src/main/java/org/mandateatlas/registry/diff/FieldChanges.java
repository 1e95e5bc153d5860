package org.mandateatlas.registry.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the differences between two states of a document, place by place. */
final class FieldChanges {

    /** These name the state and are not part of it. */
    private static final Set<String> OF_THE_STATE = Set.of("version", "recordedAt", "status");

    private FieldChanges() {}

    /** Returns the places at which a document differs. */
    static List<FieldChange> between(JsonNode before, JsonNode after) {
        var changes = new ArrayList<FieldChange>();
        for (var field : fields(before, after)) {
            if (!OF_THE_STATE.contains(field)) {
                compare('/' + escaped(field), value(before, field), value(after, field), changes);
            }
        }
        return changes;
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, List<FieldChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            for (var field : fields(before, after)) {
                compare(pointer + '/' + escaped(field), value(before, field), value(after, field), changes);
            }
        } else if (before.isArray() && after.isArray()) {
            changes.addAll(ListChanges.between(pointer, before, after));
        } else {
            changes.add(new FieldChange(pointer, before, after));
        }
    }

    private static JsonNode value(JsonNode object, String field) {
        return object.has(field) ? object.get(field) : NullNode.getInstance();
    }

    private static Set<String> fields(JsonNode before, JsonNode after) {
        var fields = new TreeSet<String>();
        before.fieldNames().forEachRemaining(fields::add);
        after.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}
