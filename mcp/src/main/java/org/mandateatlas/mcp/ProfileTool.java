package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The tool that describes what an institution, function or process was and did. */
final class ProfileTool {

    private static final int MOST_PER_SECTION = 20;
    private static final Set<String> NO_SECTION =
            Set.of("validAt", "knownAt", "position", "missing", "coverage", "gaps", "timeline");
    private static final Set<String> LEFT_OUT = Set.of("recordedAt", "version", "populations", "force", "mechanism");

    private ProfileTool() {}

    static List<Tool> all() {
        return List.of(new Tool(
                "profile",
                "What an institution, function or process was and did",
                "Everything about an institution, function or process on a date: mandates with their legal basis (instrument,"
                        + " provision), capacities (what it did and how far), participations, meetings and more. Example: what did"
                        + " IOM do in 2004 and on what legal basis? collection=institutions, id=iom, validAt=2004-12-31.",
                List.of(
                        ToolArgument.required("collection", "The collection.")
                                .of("institutions", "functions", "processes"),
                        ToolArgument.required("id", "The id."),
                        ToolArgument.optional("section", "Only this section, paged, e.g. mandates."),
                        ToolArgument.VALID_AT,
                        ToolArgument.KNOWN_AT,
                        ToolArgument.LIMIT,
                        ToolArgument.CURSOR),
                ProfileTool::profile));
    }

    private static ToolResult profile(CallArguments arguments, ClientApi api) {
        var collection = arguments.required("collection");
        var id = arguments.required("id");
        var target = PathAndQuery.of(PathAndQuery.document(collection, id) + "/profile")
                .with(arguments, "validAt", "knownAt");
        var response = api.get(target);
        var result =
                new ToolResult(collection + '/' + id + DocumentPages.on(arguments) + ':').times(response, arguments);
        var section = arguments.text("section");
        if (section == null) {
            overview(response, result);
        } else {
            section(response, section, arguments, result);
        }
        return result.links(api.caller(), target.toString(), DocumentPages.page(collection, id, arguments));
    }

    private static void overview(JsonNode response, ToolResult result) {
        response.properties().forEach(entry -> {
            var name = entry.getKey();
            var content = entry.getValue();
            if (NO_SECTION.contains(name) || content.isEmpty()) {
                return;
            }
            if (content.isArray()) {
                result.say(name + " (" + content.size()
                        + (content.size() > MOST_PER_SECTION
                                ? ", the first " + MOST_PER_SECTION + "; use section=" + name + " for all):"
                                : "):"));
                result.list(
                        name,
                        items(content, Compact.SHORT).stream()
                                .limit(MOST_PER_SECTION)
                                .toList());
            } else {
                var document = Compact.ITEM.object(content);
                document.properties().removeIf(field -> isLeftOut(field.getKey(), field.getValue()));
                result.say(Outline.line(document)).put(name, document);
            }
        });
    }

    private static void section(JsonNode response, String section, CallArguments arguments, ToolResult result) {
        var content = response.path(section);
        if (!content.isArray()) {
            var sections = response.properties().stream()
                    .filter(entry ->
                            entry.getValue().isArray() && !entry.getKey().equals("missing"))
                    .map(java.util.Map.Entry::getKey)
                    .toList();
            throw new InvalidArgument("section", "is not one of " + String.join(", ", sections));
        }
        var slice = Slice.of(arguments);
        var items = items(content, Compact.ITEM);
        result.say(section + " (" + items.size() + "):").page(section, slice, items, response);
    }

    private static List<ObjectNode> items(JsonNode content, Compact compact) {
        return StreamSupport.stream(content.spliterator(), false)
                .map(item -> {
                    var copy = compact.object(item);
                    if (!item.path("status").asText().equals("unconfirmed")) {
                        copy.remove("status");
                    }
                    if (compact.equals(Compact.SHORT)) {
                        copy.properties().removeIf(field -> isLeftOut(field.getKey(), field.getValue()));
                    }
                    return copy;
                })
                .toList();
    }

    /** The overview has neither details of the record nor parts with sources of their own. */
    private static boolean isLeftOut(String name, JsonNode value) {
        return LEFT_OUT.contains(name)
                || (value.isArray() && value.path(0).isObject())
                || (value.isObject() && !name.equals("validity"));
    }
}
