package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tool that lists where sources disagree. */
final class ContradictionTool {

    private static final Set<String> WITH_PROFILE = Set.of("institutions", "functions", "processes");
    private static final Set<String> NOT_SCANNED = Set.of("citations", "timeline", "referenceNames");
    private static final String SCANNED = "200";
    private static final int LONGEST_FACT = 240;

    private ContradictionTool() {}

    static List<Tool> all() {
        return List.of(new Tool(
                "contradictions",
                "Where sources disagree",
                "Facts for which a source states something else than the registry: the fact, the sources that support it, and what"
                        + " the others state. With id: of one document and, for institutions, functions and processes, of all"
                        + " documents about it. Without: of a collection. Example: where do sources disagree on the Hague Process?"
                        + " collection=processes, id=hague-process.",
                List.of(
                        ToolArgument.required("collection", "The collection.").of(DocumentPages.COLLECTIONS),
                        ToolArgument.optional("id", "The id."),
                        ToolArgument.VALID_AT,
                        ToolArgument.KNOWN_AT,
                        ToolArgument.CURSOR),
                ContradictionTool::contradictions));
    }

    private static ToolResult contradictions(CallArguments arguments, ClientApi api) {
        var collection = arguments.required("collection");
        var id = arguments.text("id");
        var target = id == null
                ? PathAndQuery.of("/v1/" + collection).with("limit", SCANNED).with(arguments, "cursor")
                : PathAndQuery.of(
                        PathAndQuery.document(collection, id) + (WITH_PROFILE.contains(collection) ? "/profile" : ""));
        target.with(arguments, "validAt", "knownAt");
        var response = api.get(target);
        var found = new ArrayList<ObjectNode>();
        scan(response, "", "", found, new HashSet<>());
        var subject = id == null ? collection : collection + '/' + id;
        var page = id == null ? "/explorer/" + collection : DocumentPages.page(collection, id, arguments);
        return new ToolResult(
                        found.isEmpty()
                                ? "No source contradicts what is recorded about " + subject
                                        + DocumentPages.on(arguments) + '.'
                                : DocumentTools.count(found.size(), "contradicted fact") + " in " + subject
                                        + DocumentPages.on(arguments) + ':')
                .times(response, arguments)
                .list("items", found)
                .next(DocumentPages.cursor(response))
                .links(api.caller(), target.toString(), page);
    }

    private static void scan(JsonNode node, String document, String path, List<ObjectNode> found, Set<JsonNode> known) {
        var inside = node.hasNonNull("id") && node.hasNonNull("version")
                ? node.path("id").asText()
                : document;
        var place = inside.equals(document) ? path : "";
        if (node.isArray()) {
            node.forEach(element -> scan(element, inside, place, found, known));
        } else if (node.isObject()) {
            if (isContradicted(node) && known.add(node)) {
                found.add(item(node, inside, place));
            }
            node.properties().forEach(entry -> {
                if (!NOT_SCANNED.contains(entry.getKey())) {
                    scan(entry.getValue(), inside, place + '/' + entry.getKey(), found, known);
                }
            });
        }
    }

    private static boolean isContradicted(JsonNode fact) {
        for (var citation : fact.path("citations")) {
            if (Compact.isContradicting(citation)) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode item(JsonNode fact, String document, String path) {
        var item = JsonNodeFactory.instance.objectNode();
        item.put("document", document).put("path", path);
        item.put("recorded", recorded(fact));
        fact.path("citations")
                .forEach(citation -> item.withArray(Compact.isContradicting(citation) ? "contradicting" : "supporting")
                        .add(Compact.citation(citation).replaceFirst("^CONTRADICTS: ", "")));
        return item;
    }

    /** Returns the fact in words, or else its values. */
    private static String recorded(JsonNode fact) {
        for (var field : List.of("text", "title", "value", "summary", "name")) {
            if (fact.hasNonNull(field)) {
                return Compact.cut(fact.path(field).asText(), LONGEST_FACT);
            }
        }
        var values = Compact.SHORT.object(fact);
        values.remove("citations");
        return Compact.cut(Outline.line(values), LONGEST_FACT);
    }
}
