package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The tool that simulates a reform. */
final class ReformTool {

    private ReformTool() {}

    static List<Tool> all() {
        return List.of(new Tool(
                "simulate_reform",
                "What a reform would have changed",
                "Applies a documented policy option, or your own operations, to the coverage of a date and returns gaps closed and"
                        + " opened, overlaps, and the trace of each step. Changes nothing. Options: list with"
                        + " collection=policy-options. Example: what would a new agency have changed? option=create-new-agency."
                        + " Operations, e.g. [{\"type\":\"grant-mandate\",\"institution\":\"iom\",\"title\":\"Coordination\","
                        + "\"functions\":[\"coordination\"]},{\"type\":\"assign-capacity\",\"institution\":\"iom\",\"function\":"
                        + "\"coordination\",\"level\":\"substantial\"}].",
                List.of(
                        ToolArgument.optional("option", "Id of a policy option."),
                        new ToolArgument(
                                "operations",
                                "Steps, instead of option; see /v1/simulations in the API description.",
                                ToolArgument.Type.ARRAY,
                                false,
                                List.of()),
                        ToolArgument.VALID_AT,
                        ToolArgument.KNOWN_AT,
                        ToolArgument.LIMIT,
                        ToolArgument.CURSOR),
                ReformTool::simulate));
    }

    private static ToolResult simulate(CallArguments arguments, ClientApi api) {
        var option = arguments.text("option");
        var operations = arguments.json("operations");
        if ((option == null) == (operations == null)) {
            throw new InvalidArgument("option", "or operations is required, and not both");
        }
        var slice = Slice.of(arguments);
        var target = option == null
                ? PathAndQuery.of("/v1/simulations")
                : PathAndQuery.of(PathAndQuery.document("policy-options", option) + "/simulation");
        target.with(arguments, "validAt", "knownAt").with("position", slice.position());
        var response = operations == null
                ? api.get(target)
                : api.post(target, JsonNodeFactory.instance.objectNode().set("operations", operations));
        var result = new ToolResult((option == null ? "These operations" : option) + ", simulated on "
                        + response.path("validAt").asText() + ':')
                .times(response, arguments)
                .say("Before: "
                        + Outline.line(response.path("before").path("totals").path("startingPoints")))
                .say("After: "
                        + Outline.line(response.path("after").path("totals").path("startingPoints")))
                .put("before", response.path("before").path("totals"))
                .put("after", response.path("after").path("totals"));
        for (var effect : List.of("gapsClosed", "gapsOpened", "overlapsAdded", "overlapsRemoved")) {
            var items = response.path(effect);
            result.say(effect + ": " + items.size())
                    .list(
                            effect,
                            StreamSupport.stream(items.spliterator(), false)
                                    .map(Compact.ITEM::of)
                                    .toList());
        }
        var steps = new ArrayList<ObjectNode>();
        response.path("trace").forEach(step -> steps.add(step(step)));
        result.say("trace: " + steps.size()).page("trace", slice, steps, response);
        var page = PathAndQuery.of("/explorer/reforms" + (option == null ? "" : '/' + option))
                .with(arguments, "validAt", "knownAt");
        return result.links(api.caller(), target.toString(), page.toString());
    }

    private static ObjectNode step(JsonNode step) {
        var copy = step.<ObjectNode>deepCopy();
        copy.remove(List.of("operation", "cells", "institutions", "mandates", "capacities"));
        return Compact.ITEM.object(copy);
    }
}
