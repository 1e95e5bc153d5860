package org.mandateatlas.registry.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the differences between two states of a list. Equal items in the same order are unchanged. Of the others, two items form one changed item if their identifying fields are equal, for example two figures of one measure.
 */
final class ListChanges {

    private static final long MOST_COMPARISONS = 1_000_000;

    /** The fields that identify an item. */
    private static final List<String> IDENTITY = List.of(
            "measure",
            "type",
            "kind",
            "language",
            "institution",
            "criterion",
            "who",
            "mandate",
            "instrument",
            "process",
            "title");

    /** An item with one of these fields is the only one of its list on a day. */
    private static final List<String> ONLY_ONE = List.of("status", "place");

    private final String pointer;
    private final JsonNode before;
    private final JsonNode after;
    private final BitSet keptBefore = new BitSet();
    private final BitSet keptAfter = new BitSet();

    private ListChanges(String pointer, JsonNode before, JsonNode after) {
        this.pointer = pointer;
        this.before = before;
        this.after = after;
    }

    static List<FieldChange> between(String pointer, JsonNode before, JsonNode after) {
        if ((long) before.size() * after.size() > MOST_COMPARISONS) {
            return List.of(new FieldChange(pointer, before, after));
        }
        var lists = new ListChanges(pointer, before, after);
        lists.keepCommon();
        return lists.changes();
    }

    /** The longest items in common, in order. */
    private void keepCommon() {
        var lengths = new int[before.size() + 1][after.size() + 1];
        for (var i = before.size() - 1; i >= 0; i--) {
            for (var j = after.size() - 1; j >= 0; j--) {
                lengths[i][j] = before.get(i).equals(after.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        var i = 0;
        var j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                keptBefore.set(i++);
                keptAfter.set(j++);
            } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private List<FieldChange> changes() {
        var changes = new ArrayList<FieldChange>();
        for (var j = keptAfter.nextClearBit(0); j < after.size(); j = keptAfter.nextClearBit(j + 1)) {
            var earlier = counterpart(after.get(j));
            if (earlier < 0) {
                changes.add(FieldChange.added(pointer + '/' + j, after.get(j)));
            } else {
                keptBefore.set(earlier);
                changes.add(new FieldChange(pointer + '/' + j, before.get(earlier), after.get(j)));
            }
        }
        for (var i = keptBefore.nextClearBit(0); i < before.size(); i = keptBefore.nextClearBit(i + 1)) {
            changes.add(FieldChange.removed(pointer + '/' + i, before.get(i)));
        }
        return changes;
    }

    private int counterpart(JsonNode item) {
        var identity = identity(item);
        if (identity != null) {
            for (var i = keptBefore.nextClearBit(0); i < before.size(); i = keptBefore.nextClearBit(i + 1)) {
                if (identity.equals(identity(before.get(i)))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static @Nullable List<String> identity(JsonNode item) {
        var identity = new ArrayList<String>();
        for (var field : IDENTITY) {
            if (item.path(field).isTextual()) {
                identity.add(field + '=' + item.get(field).textValue());
            }
        }
        var only = ONLY_ONE.stream().anyMatch(item::has);
        return identity.isEmpty() && !only ? null : identity;
    }
}
