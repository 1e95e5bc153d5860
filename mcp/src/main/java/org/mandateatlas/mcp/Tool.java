package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A read-only tool.
 *
 * @param name the name
 * @param title the title for people
 * @param description what it answers, with an example
 * @param arguments the arguments
 * @param handler computes the result
 */
record Tool(String name, String title, String description, List<ToolArgument> arguments, Handler handler) {

    /** Computes the result of a tool. */
    @FunctionalInterface
    interface Handler {

        /** Reads the API and returns the result. */
        ToolResult call(CallArguments arguments, ClientApi api);
    }

    /** Returns the JSON Schema of the arguments. */
    ObjectNode schema() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        arguments.forEach(argument -> properties.set(argument.name(), argument.schema()));
        var required = arguments.stream()
                .filter(ToolArgument::required)
                .map(ToolArgument::name)
                .toList();
        if (!required.isEmpty()) {
            var names = schema.putArray("required");
            required.forEach(names::add);
        }
        return schema.put("additionalProperties", false);
    }
}
