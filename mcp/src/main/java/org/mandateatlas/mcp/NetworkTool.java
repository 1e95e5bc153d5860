package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tool about the network of institutions and processes. */
final class NetworkTool {

    private NetworkTool() {}

    static List<Tool> all() {
        return List.of(new Tool(
                "network",
                "Who takes part in which process",
                "The network of institutions and processes on a date, the most central first (betweenness, degree). With of: the"
                        + " links of one institution or process, with roles. Default date: today. Example: of=iom,"
                        + " validAt=2004-12-31.",
                List.of(
                        ToolArgument.optional("of", "Id of an institution or process."),
                        ToolArgument.VALID_AT,
                        ToolArgument.KNOWN_AT,
                        ToolArgument.LIMIT,
                        ToolArgument.CURSOR),
                NetworkTool::network));
    }

    private static ToolResult network(CallArguments arguments, ClientApi api) {
        var slice = Slice.of(arguments);
        var target = PathAndQuery.of("/v1/network")
                .with(arguments, "validAt", "knownAt")
                .with("position", slice.position());
        var response = api.get(target);
        var of = arguments.text("of");
        var items = of == null ? nodes(response) : edges(response, of);
        var day = " on " + response.path("validAt").asText() + ':';
        var result = new ToolResult(
                of == null
                        ? response.path("nodes").size() + " institutions and processes, "
                                + response.path("edges").size() + " links" + day
                        : DocumentTools.count(items.size(), "link") + " of " + of + day);
        return result.times(response, arguments)
                .page("items", slice, items, response)
                .links(
                        api.caller(),
                        target.toString(),
                        PathAndQuery.of("/explorer/network")
                                .with(arguments, "validAt", "knownAt")
                                .toString());
    }

    private static List<ObjectNode> nodes(JsonNode response) {
        var nodes = new ArrayList<ObjectNode>();
        response.path("nodes").forEach(node -> nodes.add(Compact.ITEM.object(node)));
        nodes.sort(Comparator.comparingDouble(node -> -node.path("betweenness").asDouble()));
        return nodes;
    }

    private static List<ObjectNode> edges(JsonNode response, String of) {
        var edges = new ArrayList<ObjectNode>();
        response.path("edges").forEach(edge -> {
            if (edge.path("institution").asText().equals(of)
                    || edge.path("process").asText().equals(of)) {
                edges.add(Compact.ITEM.object(edge));
            }
        });
        return edges;
    }
}
