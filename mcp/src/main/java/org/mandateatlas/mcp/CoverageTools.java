package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Tools about who is mandated for, and who performs, which function. */
final class CoverageTools {

    private static final ToolArgument FUNCTION = ToolArgument.optional("function", "Id of a function.");
    private static final ToolArgument INSTITUTION = ToolArgument.optional("institution", "Id of an institution.");

    private CoverageTools() {}

    static List<Tool> all() {
        return List.of(
                new Tool(
                        "who_does_what",
                        "Who is mandated for and who performs functions",
                        "Which institutions are mandated for a function, which perform it, how far (lead, substantial, limited)"
                                + " and why not further. Without function and institution: one line per function. Default date:"
                                + " today. Example: function=coordination, validAt=2004-12-31.",
                        List.of(
                                FUNCTION,
                                INSTITUTION,
                                ToolArgument.VALID_AT,
                                ToolArgument.KNOWN_AT,
                                ToolArgument.LIMIT,
                                ToolArgument.CURSOR),
                        CoverageTools::coverage),
                new Tool(
                        "gaps_and_overlaps",
                        "Functions that nobody or several perform",
                        "kind=function (default): functions that no institution leads or performs substantially, with those that"
                                + " perform them to a limited extent. mandate: performed without mandate. capacity: mandated but not"
                                + " performed. overlap: performed substantially by several. Default date: today. Example: which"
                                + " functions did nobody fill? validAt=2004-12-31.",
                        List.of(
                                ToolArgument.optional("kind", "Kind of finding.")
                                        .of("function", "mandate", "capacity", "overlap"),
                                FUNCTION,
                                INSTITUTION,
                                ToolArgument.VALID_AT,
                                ToolArgument.KNOWN_AT,
                                ToolArgument.LIMIT,
                                ToolArgument.CURSOR),
                        CoverageTools::gaps));
    }

    private static ToolResult coverage(CallArguments arguments, ClientApi api) {
        var slice = Slice.of(arguments);
        var target = PathAndQuery.of("/v1/coverage")
                .with(arguments, "function", "institution", "validAt", "knownAt")
                .with("position", slice.position());
        var response = api.get(target);
        boolean isOverview = arguments.text("function") == null && arguments.text("institution") == null;
        var items = new ArrayList<ObjectNode>();
        for (var part : List.of("functions", "setAside")) {
            response.path(part).forEach(function -> {
                if (isOverview) {
                    items.add(summary(function));
                } else {
                    function.path("cells").forEach(cell -> items.add(cell(function, cell)));
                }
            });
        }
        var noun = isOverview ? "function" : "institution and function";
        return new ToolResult(
                        (isOverview ? DocumentTools.count(items.size(), noun) : items.size() + " pairs of " + noun)
                                + " on " + response.path("validAt").asText() + ':')
                .times(response, arguments)
                .page("items", slice, items, response)
                .links(api.caller(), target.toString(), page(arguments));
    }

    private static ObjectNode summary(JsonNode function) {
        var copy = function.<ObjectNode>deepCopy();
        copy.remove("cells");
        var summary = Compact.ITEM.object(copy);
        for (var level : List.of("lead", "substantial", "limited")) {
            function.path("cells").forEach(cell -> {
                boolean isLead = cell.path("lead").asBoolean();
                if (level.equals("lead")
                        ? isLead
                        : !isLead && cell.path("level").asText().equals(level)) {
                    summary.withArray(level).add(cell.path("institution").asText());
                }
            });
        }
        return summary;
    }

    private static ObjectNode cell(JsonNode function, JsonNode cell) {
        var item = Compact.ITEM.object(cell).objectNode();
        item.set("function", function.path("id"));
        item.setAll(Compact.ITEM.object(cell));
        if (!cell.path("lead").asBoolean()) {
            item.remove("lead");
        }
        return item;
    }

    private static ToolResult gaps(CallArguments arguments, ClientApi api) {
        var slice = Slice.of(arguments);
        var kind = arguments.text("kind", "function");
        boolean isOverlap = kind.equals("overlap");
        var target = PathAndQuery.of(isOverlap ? "/v1/coverage/overlaps" : "/v1/coverage/gaps")
                .with("kind", isOverlap ? null : kind)
                .with(arguments, "function", "institution", "validAt", "knownAt")
                .with("position", slice.position());
        var response = api.get(target);
        var items = new ArrayList<ObjectNode>();
        response.path("items").forEach(item -> items.add(isOverlap ? summary(item) : gap(item)));
        return new ToolResult(headline(kind, items.size()) + " on "
                        + response.path("validAt").asText() + ':')
                .times(response, arguments)
                .page("items", slice, items, response)
                .links(api.caller(), target.toString(), page(arguments));
    }

    private static String headline(String kind, int number) {
        return switch (kind) {
            case "function" -> number + " functions that nobody leads or performs substantially";
            case "mandate" -> number + " functions performed by an institution without a mandate";
            case "capacity" -> number + " mandates without performance";
            default -> number + " functions that several institutions perform substantially";
        };
    }

    private static ObjectNode gap(JsonNode item) {
        var gap = Compact.ITEM.object(item);
        gap.remove("kind");
        if (item.hasNonNull("institution")) {
            return gap;
        }
        gap.remove("capacities");
        item.path("capacities").forEach(capacity -> {
            var id = capacity.path("id").asText();
            gap.withArray(capacity.path("level").asText("performed")).add(id);
        });
        return gap;
    }

    private static String page(CallArguments arguments) {
        return PathAndQuery.of("/explorer/coverage")
                .with(arguments, "validAt", "knownAt")
                .toString();
    }
}
