package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Tools about changes in the world and in the record. */
final class ChangeTools {

    private static final ToolArgument INSTITUTION = ToolArgument.optional("institution", "Id of an institution.");
    private static final ToolArgument FUNCTION = ToolArgument.optional("function", "Id of a function.");

    private ChangeTools() {}

    static List<Tool> all() {
        return List.of(
                new Tool(
                        "what_changed",
                        "What changed between two dates or instants",
                        "Differences between two dates in the world, or between two instants of the record, with causes and"
                                + " sources. aspect=documents (default): what began, ended or changed; coverage: who performs which"
                                + " function; network: who takes part in which process. Example: what changed between 2004 and"
                                + " 2018? from=2004-12-31, to=2018-12-31, aspect=coverage.",
                        List.of(
                                ToolArgument.required("from", "First date or instant."),
                                ToolArgument.required("to", "Second date or instant, of the same kind."),
                                ToolArgument.optional("aspect", "What is compared.")
                                        .of("documents", "coverage", "network"),
                                INSTITUTION,
                                FUNCTION,
                                ToolArgument.optional("validAt", "Between instants: the date in the world."),
                                ToolArgument.optional("knownAt", "Between dates: the instant of the record."),
                                ToolArgument.LIMIT,
                                ToolArgument.CURSOR),
                        ChangeTools::diff),
                new Tool(
                        "timeline",
                        "Events in the world in order",
                        "Dated events in chronological order: mandates, capacities, processes, meetings, office holders, treaties."
                                + " Example: institution=iom, from=2001-01-01, to=2004-12-31.",
                        List.of(
                                INSTITUTION,
                                FUNCTION,
                                ToolArgument.optional("process", "Id of a process."),
                                ToolArgument.optional("from", "First day."),
                                ToolArgument.optional("to", "Last day."),
                                ToolArgument.VALID_AT,
                                ToolArgument.KNOWN_AT,
                                ToolArgument.LIMIT,
                                ToolArgument.CURSOR),
                        ChangeTools::timeline));
    }

    private static ToolResult diff(CallArguments arguments, ClientApi api) {
        return switch (arguments.text("aspect", "documents")) {
            case "coverage" -> computed(arguments, api, "/v1/coverage/diff", "function", "institution");
            case "network" -> {
                for (var name : List.of("function", "institution")) {
                    if (arguments.text(name) != null) {
                        throw new InvalidArgument(name, "is not available for the aspect network");
                    }
                }
                yield computed(arguments, api, "/v1/network/diff");
            }
            default -> documents(arguments, api);
        };
    }

    private static ToolResult documents(CallArguments arguments, ClientApi api) {
        var target = PathAndQuery.of("/v1/diff")
                .with("limit", Integer.toString(arguments.limit()))
                .with(arguments, "from", "to", "institution", "function", "validAt", "knownAt", "cursor");
        var response = api.get(target);
        var items = DocumentPages.items(response);
        return new ToolResult(DocumentTools.count(items.size(), "changed document")
                        + between(arguments)
                        + (DocumentPages.cursor(response) == null ? ":" : ", and more:"))
                .times(response, arguments)
                .list("items", items)
                .next(DocumentPages.cursor(response))
                .links(api.caller(), target.toString(), page("/explorer/diff", arguments));
    }

    private static ToolResult computed(CallArguments arguments, ClientApi api, String path, String... filters) {
        var slice = Slice.of(arguments);
        var target = PathAndQuery.of(path)
                .with(arguments, "from", "to", "validAt", "knownAt")
                .with(arguments, filters)
                .with("position", slice.position());
        var response = api.get(target);
        boolean isCoverage = path.contains("coverage");
        var items = isCoverage ? cells(response) : edges(response);
        return new ToolResult((isCoverage
                                ? DocumentTools.count(items.size(), "changed pair") + " of institution and function"
                                : DocumentTools.count(items.size(), "changed link") + " of institution and process")
                        + between(arguments)
                        + ':')
                .times(response, arguments)
                .page("items", slice, items, response)
                .links(
                        api.caller(),
                        target.toString(),
                        isCoverage ? comparison(arguments) : page("/explorer/network", arguments));
    }

    private static List<ObjectNode> cells(JsonNode response) {
        var items = new ArrayList<ObjectNode>();
        response.path("functions")
                .forEach(function -> function.path("cells").forEach(cell -> {
                    var item = Compact.ITEM.object(cell).objectNode();
                    item.set("function", function.path("id"));
                    item.set("institution", cell.path("institution"));
                    item.put("before", state(cell.path("before")));
                    item.put("after", state(cell.path("after")));
                    var causes = item.putArray("causes");
                    cell.path("causes").forEach(cause -> causes.add(cause(cause)));
                    items.add(item);
                }));
        return items;
    }

    private static List<ObjectNode> edges(JsonNode response) {
        var items = new ArrayList<ObjectNode>();
        response.path("edges").forEach(edge -> {
            var item = Compact.ITEM.object(edge);
            var causes = item.putArray("causes");
            edge.path("causes").forEach(cause -> causes.add(cause(cause)));
            items.add(item);
        });
        return items;
    }

    private static String state(JsonNode side) {
        if (!side.hasNonNull("state")) {
            return "none";
        }
        var level = side.path("lead").asBoolean() ? "lead" : side.path("level").asText("");
        return side.path("state").asText() + (level.isEmpty() || level.equals("null") ? "" : " (" + level + ')');
    }

    private static String cause(JsonNode cause) {
        var sources = new ArrayList<String>();
        cause.path("citations").forEach(citation -> {
            if (sources.size() < 2) {
                sources.add(Compact.citation(citation));
            }
        });
        return cause.path("kind").asText()
                + ' '
                + cause.path("id").asText()
                + ' '
                + cause.path("change").asText()
                + (cause.hasNonNull("on") ? ' ' + cause.path("on").asText() : "")
                + (sources.isEmpty() ? "" : " [" + String.join("; ", sources) + ']');
    }

    private static ToolResult timeline(CallArguments arguments, ClientApi api) {
        var target = PathAndQuery.of("/v1/timeline")
                .with("limit", Integer.toString(arguments.limit()))
                .with(arguments, "institution", "function", "process", "from", "to", "validAt", "knownAt", "cursor");
        var response = api.get(target);
        var items = DocumentPages.items(response);
        return new ToolResult(DocumentTools.count(items.size(), "event")
                        + (DocumentPages.cursor(response) == null ? ":" : ", and more:"))
                .times(response, arguments)
                .list("items", items)
                .next(DocumentPages.cursor(response))
                .links(api.caller(), target.toString(), page("/explorer/timeline", arguments));
    }

    private static String between(CallArguments arguments) {
        return " between " + arguments.text("from") + " and " + arguments.text("to");
    }

    private static String page(String view, CallArguments arguments) {
        return PathAndQuery.of(view)
                .with(arguments, "from", "to", "institution", "function", "process", "validAt", "knownAt")
                .toString();
    }

    /** The coverage of the explorer compares a date with that before. */
    private static String comparison(CallArguments arguments) {
        return PathAndQuery.of("/explorer/coverage")
                .with("validAt", arguments.text("to"))
                .with("compareTo", arguments.text("from"))
                .toString();
    }
}
