package org.mandateatlas.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what differs between two states of a list. What is in both, in the same order, is the same; of the rest, two items are one that
 * changed when they tell of the same thing, as two figures of one measure do.
 */
final class ListChanges {

    private static final long MOST_COMPARISONS = 1_000_000;

    /** What an item tells of. */
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

    /** An item that has one of these is the only one of its list on a day. */
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
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                lengths[i][j] = before.get(i).equals(after.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
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
        for (int j = keptAfter.nextClearBit(0); j < after.size(); j = keptAfter.nextClearBit(j + 1)) {
            int earlier = counterpart(after.get(j));
            if (earlier < 0) {
                changes.add(FieldChange.come(pointer + '/' + j, after.get(j)));
            } else {
                keptBefore.set(earlier);
                changes.add(new FieldChange(pointer + '/' + j, before.get(earlier), after.get(j)));
            }
        }
        for (int i = keptBefore.nextClearBit(0); i < before.size(); i = keptBefore.nextClearBit(i + 1)) {
            changes.add(FieldChange.gone(pointer + '/' + i, before.get(i)));
        }
        return changes;
    }

    private int counterpart(JsonNode item) {
        List<String> identity = identity(item);
        if (identity != null) {
            for (int i = keptBefore.nextClearBit(0); i < before.size(); i = keptBefore.nextClearBit(i + 1)) {
                if (identity.equals(identity(before.get(i)))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static @Nullable List<String> identity(JsonNode item) {
        var identity = new ArrayList<String>();
        for (String field : IDENTITY) {
            if (item.path(field).isTextual()) {
                identity.add(field + '=' + item.get(field).textValue());
            }
        }
        boolean only = ONLY_ONE.stream().anyMatch(item::has);
        return identity.isEmpty() && !only ? null : identity;
    }
}
