package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mandateatlas.base.position.Position;

/**
 * The parts of an answer, as far as they could be had.
 *
 * @param parts what the owners answered, by the name of the part; without those that do not exist or could not be had
 * @param missing what could not be had, or only as a last good copy
 * @param reached the lowest point of the logs that any of the parts reflects
 * @param lost the streams that something missing would have told of
 */
public record PartialResult(Map<String, JsonNode> parts, List<Missing> missing, Position reached, Set<String> lost) {

    /** Nothing yet. */
    public static final PartialResult NOTHING = new PartialResult(Map.of(), List.of(), Position.START, Set.of());

    /** Tells whether the part is there. */
    public boolean has(String name) {
        return parts.containsKey(name);
    }

    /** Returns the part; a missing node when it is not there. */
    public JsonNode part(String name) {
        return parts.getOrDefault(name, MissingNode.getInstance());
    }

    /** Returns the documents of a part that is a collection; none when it is not there. */
    public List<JsonNode> items(String name) {
        var items = new ArrayList<JsonNode>();
        part(name).path("items").forEach(items::add);
        return items;
    }

    /**
     * Returns the point of the logs from which the feed continues without a gap. Streams that something missing would have told of
     * are not named, so that they are read from their beginning.
     */
    public Position position() {
        var sequences = new TreeMap<>(reached.sequences());
        sequences.keySet().removeAll(lost);
        return Position.of(sequences);
    }

    /** Returns this with the parts of a further step. */
    public PartialResult and(PartialResult further) {
        var all = new HashMap<>(parts);
        all.putAll(further.parts);
        var none = new ArrayList<>(missing);
        further.missing.forEach(one -> add(none, one));
        var streams = new HashSet<>(lost);
        streams.addAll(further.lost);
        return new PartialResult(all, none, reached.floor(further.reached), streams);
    }

    private static void add(List<Missing> missing, Missing further) {
        for (int i = 0; i < missing.size(); i++) {
            if (missing.get(i).isLike(further)) {
                missing.set(i, missing.get(i).orWorse(further));
                return;
            }
        }
        missing.add(further);
    }

    /** Returns what is missing as it stands in an answer. */
    public ArrayNode missingJson() {
        ArrayNode list = Json.array();
        missing.forEach(one -> list.add(one.json()));
        return list;
    }
}
