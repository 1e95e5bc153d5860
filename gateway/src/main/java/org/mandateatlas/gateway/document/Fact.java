package org.mandateatlas.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a document says, or all of it. What is not there, or is of another kind than expected, is absent and no error.
 *
 * @param json the JSON
 */
public record Fact(JsonNode json) {

    /** Returns a text; null when there is none. */
    public @Nullable String text(String field) {
        String text = json.path(field).textValue();
        return text == null || text.isBlank() ? null : text;
    }

    /** Returns a text, or another where there is none. */
    public String text(String field, String otherwise) {
        return Objects.requireNonNullElse(text(field), otherwise);
    }

    /** Returns what is within a field; a fact that says nothing when there is none. */
    public Fact within(String field) {
        return new Fact(json.path(field));
    }

    /** Tells whether it says nothing. */
    public boolean isEmpty() {
        return json.isEmpty();
    }

    /** Returns the facts that a field lists, each in its place. */
    public List<Fact> items(String field) {
        var items = new ArrayList<Fact>();
        if (json.path(field).isArray()) {
            json.path(field).forEach(item -> items.add(new Fact(item)));
        }
        return items;
    }

    /** Returns the texts that a field lists. */
    public List<String> texts(String field) {
        return items(field).stream()
                .filter(item -> item.json.isTextual())
                .map(item -> item.json.textValue())
                .toList();
    }

    /** Returns the citations. */
    public List<JsonNode> citations() {
        return items("citations").stream().map(Fact::json).toList();
    }
}
