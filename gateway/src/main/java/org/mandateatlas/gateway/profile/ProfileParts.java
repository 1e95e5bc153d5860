package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.ReferenceNames;
import org.mandateatlas.gateway.profile.ProfileDefinition.ProfilePart;

/**
 * The parts of a profile.
 *
 * @param definition the reads that it is composed of
 * @param times the two times
 * @param result the parts that were read
 * @param timeline the first page of the timeline
 * @param next the URL of the next page of each part that has one, by field
 * @param collections the collection of each stream
 */
record ProfileParts(
        ProfileDefinition definition,
        Times times,
        PartialResult result,
        List<JsonNode> timeline,
        Map<String, String> next,
        Map<String, String> collections) {

    /** Returns the profile as JSON: the two times, the parts in the order of the definition, and what they have in common. */
    ObjectNode json() {
        var profile = Json.object()
                .putPOJO("validAt", times.validAt())
                .putPOJO("knownAt", times.knownAt())
                .put("position", result.position().toString());
        profile.set(definition.main(), document(definition.main()));
        for (var part : definition.parts()) {
            var names = part.field().split("\\.");
            var owner = names.length == 1 ? profile : profile.withObject("/" + names[0]);
            owner.putPOJO(names[names.length - 1], value(part));
        }
        return profile.putPOJO("timeline", timeline)
                .putPOJO("next", next)
                .putPOJO("names", names())
                .putPOJO("missing", result.missing());
    }

    /** Returns the parts that are documents as JSON-LD: the same JSON, each with its IRI and its class. */
    ObjectNode linked(PublicAddress address) {
        var linked = Json.object().put("@context", address.link("/context.jsonld"));
        var graph = linked.putArray("@graph");
        add(graph, definition.collection(), document(definition.main()), address);
        for (var part : definition.parts()) {
            if (value(part) instanceof Iterable<?> documents) {
                documents.forEach(document -> add(graph, part.collection(), document, address));
            }
        }
        return linked;
    }

    private static void add(ArrayNode graph, String collection, @Nullable Object document, PublicAddress address) {
        var type = DocumentClasses.of(collection);
        if (type != null && document instanceof ObjectNode fields) {
            var iri = address.link("/id/" + collection + '/' + fields.path("id").asText());
            graph.addObject().put("@id", iri).put("@type", type).setAll(fields);
        }
    }

    private @Nullable Object value(ProfilePart part) {
        if (part.referrer() != null) {
            return referred(part.field());
        }
        return part.isList() ? documents(part.field()) : document(part.field());
    }

    /** Returns a part that is a document; null when it is unavailable. */
    private @Nullable JsonNode document(String name) {
        if (!result.has(name)) {
            return null;
        }
        var document = result.part(name);
        if (document.has(ReferenceNames.FIELD)) {
            ObjectNode copy = document.deepCopy();
            copy.remove(ReferenceNames.FIELD);
            return copy;
        }
        return document;
    }

    /** Returns a part that is a list of documents; null when it is unavailable. */
    private @Nullable JsonNode documents(String name) {
        return result.has(name) ? result.part(name).path("items") : null;
    }

    /** Returns the documents that were read one by one for a field, by id. */
    private List<@Nullable JsonNode> referred(String field) {
        return new TreeMap<>(result.parts())
                .keySet().stream()
                        .filter(name -> name.startsWith(field + '#'))
                        .<@Nullable JsonNode>map(this::document)
                        .toList();
    }

    /** Returns the names of all documents that the parts refer to, by collection and id. */
    private Map<String, Map<String, String>> names() {
        var names = new TreeMap<String, Map<String, String>>();
        new TreeMap<>(result.parts()).values().forEach(part -> ReferenceNames.add(names, part, collections));
        return names;
    }
}
