package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkiverse.mcp.server.ToolManager.ToolAnnotations;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Registers the tools. */
@Singleton
class ToolRegistration {

    private final ToolManager manager;
    private final ApiClient client;
    private final CurrentVertxRequest current;
    private final ObjectMapper json;

    ToolRegistration(ToolManager manager, ApiClient client, CurrentVertxRequest current, ObjectMapper json) {
        this.manager = manager;
        this.client = client;
        this.current = current;
        this.json = json;
    }

    /** Returns all tools. */
    static List<Tool> tools() {
        return Stream.of(
                        DocumentTools.all(),
                        ProfileTool.all(),
                        CoverageTools.all(),
                        ChangeTools.all(),
                        ReformTool.all(),
                        NetworkTool.all(),
                        ContradictionTool.all())
                .flatMap(List::stream)
                .toList();
    }

    void register(@Observes StartupEvent start) {
        tools().forEach(this::register);
    }

    private void register(Tool tool) {
        manager.newTool(tool.name())
                .setTitle(tool.title())
                .setDescription(tool.description())
                .setAnnotations(new ToolAnnotations(tool.title(), true, false, true, false))
                .setInputSchema(new JsonObject(tool.schema().toString()))
                .setHandler(arguments -> call(tool, arguments), true)
                .register();
    }

    private ToolResponse call(Tool tool, ToolManager.ToolArguments given) {
        try {
            ObjectNode values = json.valueToTree(given.args());
            var arguments = CallArguments.of(values, tool.arguments());
            var api = new ClientApi(client, ToolClient.of(current.getCurrent()));
            return tool.handler().call(arguments, api).response();
        } catch (InvalidArgument e) {
            var problem = JsonNodeFactory.instance.objectNode().put("argument", e.argument());
            return error(
                    "Invalid argument " + e.argument() + ": " + e.getMessage() + '.',
                    problem.put("detail", e.getMessage()));
        } catch (ApiProblem e) {
            return error(text(e), e.document());
        }
    }

    private static ToolResponse error(String text, JsonNode problem) {
        return new ToolResponse(true, List.of(new TextContent(text)), problem, null);
    }

    /** Names the arguments that the violations of the problem name. */
    private static String text(ApiProblem e) {
        var violations = StreamSupport.stream(e.document().path("violations").spliterator(), false)
                .map(violation -> violation.has("parameter")
                        ? "Invalid argument " + violation.path("parameter").asText() + ": "
                                + violation.path("detail").asText() + '.'
                        : violation.path("pointer").asText()
                                + ' '
                                + violation.path("detail").asText()
                                + '.')
                .collect(Collectors.joining(" "));
        return violations.isEmpty() ? e.document().path("detail").asText() : violations;
    }
}
