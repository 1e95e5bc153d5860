package org.mandateatlas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.time.Validity;

/**
 * The read-only fields in the body of a write. A writer may send back what a read returned; any other value would be ignored, and is
 * therefore rejected.
 */
final class ReadOnlyFields {

    private static final String STATUS = "status";
    private static final String VERSION = "version";
    private static final String RECORDED_AT = "recordedAt";

    private static final Map<String, String> SET_BY_REGISTRY = Map.of(
            STATUS, "it follows from validity",
            VERSION, "the registry sets it",
            RECORDED_AT, "the registry sets it");

    private ReadOnlyFields() {}

    /** Returns the version that a body states; null when it states none. */
    static @Nullable Integer version(ObjectNode body) {
        var version = body.get(VERSION);
        return version != null && version.canConvertToExactIntegral() && version.canConvertToInt()
                ? Integer.valueOf(version.intValue())
                : null;
    }

    /** Returns the fields of a body that have a value: in a document, null is the value of a field that is absent. */
    static ObjectNode given(ObjectNode body) {
        var given = body.deepCopy();
        given.properties().removeIf(field -> field.getValue().isNull());
        return given;
    }

    /**
     * Checks the read-only fields of a body.
     *
     * @param body the document or merge patch as it was sent
     * @param read the stored version that the body states or else the last one; null when there is none
     * @param written the document that the write results in
     * @throws ProblemException (422) if a field has neither the value that was read nor the one that the write results in
     */
    static <D extends Document> void check(
            DocumentType<D> type, ObjectNode body, @Nullable String read, D written, LocalDate today) {
        var descriptions = descriptions(type);
        if (descriptions.keySet().stream().noneMatch(body::has)) {
            return;
        }
        var violations = new Violations();
        var before = read == null
                ? null
                : withStatus(
                        DocumentJson.stored(read),
                        DocumentJson.stored(read, type.record()).validity(),
                        today);
        var after = withStatus(DocumentJson.tree(written), written.validity(), today);
        after.remove(List.of(VERSION, RECORDED_AT));
        descriptions.forEach((field, description) -> {
            var given = body.get(field);
            if (given != null
                    && Stream.of(before, after)
                            .filter(Objects::nonNull)
                            .map(document -> document.get(field))
                            .noneMatch(value -> value != null && isSame(field, given, value))) {
                violations.add("/" + field, "is read-only: " + description);
            }
        });
        violations.throwIfAny(ProblemType.RULE_VIOLATED, "The document has a read-only field with another value.");
    }

    private static ObjectNode withStatus(ObjectNode tree, Validity validity, LocalDate today) {
        return tree.put(STATUS, EnumValues.of(validity.on(today)));
    }

    private static Map<String, String> descriptions(DocumentType<?> type) {
        var descriptions = new LinkedHashMap<>(type.model().readOnly());
        descriptions.putAll(SET_BY_REGISTRY);
        return descriptions;
    }

    /** Instants may be written in another form or with milliseconds, the precision of JavaScript. */
    private static boolean isSame(String field, JsonNode given, JsonNode value) {
        return given.equals(value)
                || (field.equals(RECORDED_AT)
                        && given.isTextual()
                        && Objects.equals(millis(given.textValue()), millis(value.textValue())));
    }

    private static @Nullable Instant millis(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
