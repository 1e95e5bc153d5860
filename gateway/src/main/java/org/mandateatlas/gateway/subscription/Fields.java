package org.mandateatlas.gateway.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violation;

/** The fields of an object in a body. What is unknown or of the wrong type becomes a violation that points at it. */
final class Fields {

    private final ObjectNode object;
    private final String place;
    private final List<Violation> violations;

    private Fields(ObjectNode object, String place, Set<String> known, List<Violation> violations) {
        this.object = object;
        this.place = place;
        this.violations = violations;
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                wrong(name, "is not known here");
            }
        }
    }

    /** The fields of the whole body. */
    static Fields of(ObjectNode body, Set<String> known, List<Violation> violations) {
        return new Fields(body, "", known, violations);
    }

    /** Returns the fields of an object in it; those of an empty one where there is none. */
    Fields object(String name, Set<String> known) {
        JsonNode value = object.path(name);
        if (value instanceof ObjectNode inner) {
            return new Fields(inner, pointer(name), known, violations);
        }
        if (!value.isMissingNode() && !value.isNull()) {
            wrong(name, "is not an object");
        }
        return new Fields(object.objectNode(), pointer(name), known, violations);
    }

    /** Returns a text; null where there is none. */
    @Nullable String text(String name, int longest) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return check(pointer(name), value, longest);
    }

    /** Returns a text that must be there; an empty one after a violation. */
    String requiredText(String name, int longest) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            wrong(name, "is required");
            return "";
        }
        String text = check(pointer(name), value, longest);
        return text == null ? "" : text;
    }

    /** Returns texts, each once; none where there are none. */
    List<String> texts(String name, int longest, int most) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            wrong(name, "is not an array");
            return List.of();
        }
        if (value.size() > most) {
            wrong(name, "has more than " + most + " items");
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < value.size(); i++) {
            String text = check(pointer(name) + '/' + i, value.get(i), longest);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable String check(String pointer, JsonNode value, int longest) {
        if (!value.isTextual()) {
            violations.add(Violation.at(pointer, "is not a string"));
        } else if (value.textValue().length() > longest) {
            violations.add(Violation.at(pointer, "is longer than " + longest + " characters"));
        } else if (value.textValue()
                .codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
            violations.add(Violation.at(pointer, "has a character that is no text"));
        } else {
            return value.textValue();
        }
        return null;
    }

    private void wrong(String name, String detail) {
        violations.add(Violation.at(pointer(name), detail));
    }

    private String pointer(String name) {
        String shown = name.length() > 80 ? name.substring(0, 80) : name;
        return place + '/' + shown.replace("~", "~0").replace("/", "~1");
    }
}
