package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The arguments of a tool call, checked against those that the tool declares. */
final class CallArguments {

    private final ObjectNode given;

    private CallArguments(ObjectNode given) {
        this.given = given;
    }

    /** Checks arguments; {@code null} counts as absent. */
    static CallArguments of(ObjectNode given, List<ToolArgument> declared) {
        var present = given.deepCopy();
        for (Iterator<JsonNode> values = present.elements(); values.hasNext(); ) {
            if (values.next().isNull()) {
                values.remove();
            }
        }
        present.fieldNames().forEachRemaining(name -> {
            if (declared.stream().noneMatch(argument -> argument.name().equals(name))) {
                var known = declared.stream().map(ToolArgument::name).collect(Collectors.joining(", "));
                throw new InvalidArgument(name, "is unknown; the arguments are " + known);
            }
        });
        for (var argument : declared) {
            var value = present.get(argument.name());
            if (value != null) {
                argument.check(value);
            } else if (argument.required()) {
                throw new InvalidArgument(
                        argument.name(),
                        argument.values().isEmpty()
                                ? "is required"
                                : "is required; one of " + String.join(", ", argument.values()));
            }
        }
        return new CallArguments(present);
    }

    /** Returns a text; null if it is absent. */
    @Nullable String text(String name) {
        var value = given.get(name);
        return value == null ? null : value.asText();
    }

    /** Returns a text that the tool requires. */
    String required(String name) {
        return Objects.requireNonNull(text(name));
    }

    /** Returns a text or a default. */
    String text(String name, String otherwise) {
        return Objects.requireNonNullElse(text(name), otherwise);
    }

    /** Returns an object or array; null if it is absent. */
    @Nullable JsonNode json(String name) {
        return given.get(name);
    }

    /** Returns the size of the page. */
    int limit() {
        var value = given.get(ToolArgument.LIMIT.name());
        if (value == null) {
            return ToolArgument.DEFAULT_LIMIT;
        }
        if (value.asInt() < 1 || value.asInt() > ToolArgument.MOST) {
            throw new InvalidArgument(ToolArgument.LIMIT.name(), "is not from 1 to " + ToolArgument.MOST);
        }
        return value.asInt();
    }
}
