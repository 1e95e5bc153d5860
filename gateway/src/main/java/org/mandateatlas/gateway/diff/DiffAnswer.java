package org.mandateatlas.gateway.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.diff.Span.Axis;
import org.mandateatlas.gateway.document.Names;

/**
 * The changes of a span, by institution and by function; a change that is about several stands with each.
 *
 * @param span what is compared
 * @param filter what was asked for
 * @param changes the changes
 * @param names what documents are called
 */
record DiffAnswer(Span span, DiffFilter filter, List<Change> changes, Names names) {

    ObjectNode json(PartialResult composed) {
        boolean world = span.axis() == Axis.WORLD;
        ObjectNode json = Json.object()
                .put("axis", span.axis().name().toLowerCase(Locale.ROOT))
                .put(
                        "from",
                        text(world ? span.before().validAt() : span.before().knownAt()))
                .put("to", text(world ? span.after().validAt() : span.after().knownAt()))
                .put("validAt", world ? null : text(span.before().validAt()))
                .put("knownAt", world ? text(span.before().knownAt()) : null)
                .put("total", changes.size());
        ObjectNode counts = json.putObject("counts");
        for (ChangeKind kind : ChangeKind.values()) {
            long count =
                    changes.stream().filter(change -> change.kind() == kind).count();
            if (count > 0) {
                counts.put(kind.word(), count);
            }
        }
        json.set(
                "institutions", groups("institutions", change -> change.about().institutions(), filter.institutions()));
        json.set("functions", groups("functions", change -> change.about().functions(), filter.functions()));
        changes.stream()
                .filter(change -> change.about().institutions().isEmpty()
                        && change.about().functions().isEmpty())
                .map(change -> change.json(names))
                .forEach(json.putArray("others")::add);
        json.set("missing", composed.missingJson());
        return json.put("position", composed.position().toString());
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }

    private ArrayNode groups(String collection, Function<Change, Set<String>> about, Set<String> wanted) {
        var groups = new TreeMap<String, Set<Change>>();
        for (Change change : changes) {
            for (String id : about.apply(change)) {
                if (wanted.isEmpty() || wanted.contains(id)) {
                    groups.computeIfAbsent(id, first -> new LinkedHashSet<>()).add(change);
                }
            }
        }
        ArrayNode json = Json.array();
        groups.forEach((id, members) -> {
            ObjectNode group = json.addObject().put("id", id).put("name", names.of(collection, id));
            members.stream().map(change -> change.json(names)).forEach(group.putArray("changes")::add);
        });
        return json;
    }
}
