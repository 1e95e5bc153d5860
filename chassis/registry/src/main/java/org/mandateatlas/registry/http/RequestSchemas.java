package org.mandateatlas.registry.http;

import static org.mandateatlas.registry.http.OpenApiParts.SCHEMA;
import static org.mandateatlas.registry.http.OpenApiParts.ref;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Derives the schemas of request bodies from the schema of a document: {@code MandateInput} for PUT and {@code MandatePatch}
 * for a merge patch, and the same of the shapes inside wherever a request may omit what a response always has.
 */
final class RequestSchemas {

    private static final String INPUT = "Input";
    private static final String PATCH = "Patch";
    private static final String ID = "id";
    private static final String CITATIONS = "citations";

    /** Fields that a request may omit although they are neither nullable nor lists. */
    private static final Set<String> OPTIONAL_SHAPES = Set.of("Validity", "Validity" + INPUT);

    private final Map<String, Schema> schemas;

    private RequestSchemas(Components components) {
        this.schemas = new LinkedHashMap<>(components.getSchemas());
    }

    /** Adds the schemas of the requests of a kind of document. */
    static void derive(Components components, String document) {
        if (!components.getSchemas().containsKey(document + INPUT)) {
            var derived = new RequestSchemas(components);
            derived.input(document);
            derived.patch(document);
            derived.schemas.keySet().removeAll(components.getSchemas().keySet());
            derived.schemas.forEach(components::addSchema);
        }
    }

    static Schema inputOf(String document) {
        return ref(document + INPUT);
    }

    static Schema patchOf(String document) {
        return ref(document + PATCH);
    }

    /** Returns the name of the schema of a shape in a PUT, which is its own unless the two differ. */
    private String input(String name) {
        var shape = schemas.get(name);
        if (shape == null
                || shape.getProperties() == null
                || shape.getProperties().isEmpty()
                || isOfAChoice(shape)) {
            return name;
        }
        if (schemas.containsKey(name + INPUT)) {
            return name + INPUT;
        }
        var input = OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).description(shape.getDescription());
        written(shape).forEach((field, property) -> input.addProperty(field, ofRequest(field, property)));
        input.setRequired(input.getProperties().entrySet().stream()
                .filter(field -> !isOptional(field.getKey(), field.getValue()))
                .map(Map.Entry::getKey)
                .toList());
        if (input.getProperties().equals(shape.getProperties())
                && input.getRequired().equals(shape.getRequired())) {
            return name;
        }
        schemas.put(name + INPUT, input.getRequired().isEmpty() ? input.required(null) : input);
        return name + INPUT;
    }

    /** The records of a choice are those of requests from the start. */
    private static boolean isOfAChoice(Schema shape) {
        var type = shape.getProperties().get("type");
        return type != null
                && type.getEnumeration() != null
                && type.getEnumeration().size() == 1;
    }

    private static Map<String, Schema> written(Schema shape) {
        var written = new LinkedHashMap<>(shape.getProperties());
        written.values().removeIf(property -> Boolean.TRUE.equals(property.getReadOnly()));
        return written;
    }

    private Schema ofRequest(String field, Schema property) {
        var mapped = renamed(property, this::input);
        return field.equals(CITATIONS) && mapped.getMinItems() == null
                ? copy(mapped).minItems(1)
                : mapped;
    }

    private static boolean isOptional(String field, Schema property) {
        return field.equals(ID)
                || property.getDefaultValue() != null
                || isNullable(property)
                || hasType(property, SchemaType.BOOLEAN)
                || (hasType(property, SchemaType.ARRAY)
                        && (property.getMinItems() == null || property.getMinItems() == 0))
                || (property.getRef() != null && OPTIONAL_SHAPES.contains(name(property)));
    }

    /** Returns the name of the schema of a shape in a merge patch, in which every field is optional. */
    private String patch(String name) {
        var input = schemas.get(input(name));
        if (input == null || input.getProperties() == null || isOfAChoice(input) || input.getRequired() == null) {
            return input(name);
        }
        if (schemas.containsKey(name + PATCH)) {
            return name + PATCH;
        }
        var patch = OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .description("JSON merge patch (RFC 7396): fields to replace; null removes a value.");
        schemas.put(name + PATCH, patch);
        var original = schemas.getOrDefault(name, input);
        written(original).forEach((field, property) -> {
            if (!field.equals(ID)) {
                patch.addProperty(field, nullable(ofPatch(property)));
            }
        });
        return name + PATCH;
    }

    private Schema ofPatch(Schema property) {
        return renamed(property, property.getItems() == null ? this::patch : this::input);
    }

    private static Schema nullable(Schema property) {
        if (isNullable(property)) {
            return property;
        }
        if (property.getRef() != null) {
            return OASFactory.createSchema()
                    .anyOf(List.of(
                            OASFactory.createSchema().ref(property.getRef()),
                            OASFactory.createSchema().type(List.of(SchemaType.NULL))))
                    .description(property.getDescription());
        }
        var types = new ArrayList<>(Objects.requireNonNullElse(property.getType(), List.<SchemaType>of()));
        types.add(SchemaType.NULL);
        return copy(property).type(types).minItems(null);
    }

    /** Renames the shapes that a property refers to. */
    private static Schema renamed(Schema property, UnaryOperator<String> names) {
        if (property.getRef() != null) {
            var name = names.apply(name(property));
            return name.equals(name(property)) ? property : copy(property).ref(SCHEMA + name);
        }
        if (property.getItems() != null) {
            var items = renamed(property.getItems(), names);
            return items == property.getItems() ? property : copy(property).items(items);
        }
        if (property.getAnyOf() != null) {
            return copy(property)
                    .anyOf(property.getAnyOf().stream()
                            .map(choice -> renamed(choice, names))
                            .toList());
        }
        return property;
    }

    private static Schema copy(Schema property) {
        return OASFactory.createSchema()
                .ref(property.getRef())
                .type(property.getType())
                .format(property.getFormat())
                .anyOf(property.getAnyOf())
                .items(property.getItems())
                .enumeration(property.getEnumeration())
                .pattern(property.getPattern())
                .minimum(property.getMinimum())
                .maximum(property.getMaximum())
                .minItems(property.getMinItems())
                .maxItems(property.getMaxItems())
                .minLength(property.getMinLength())
                .maxLength(property.getMaxLength())
                .defaultValue(property.getDefaultValue())
                .description(property.getDescription())
                .examples(property.getExamples());
    }

    private static boolean isNullable(Schema property) {
        return hasType(property, SchemaType.NULL)
                || (property.getAnyOf() != null
                        && property.getAnyOf().stream().anyMatch(choice -> hasType(choice, SchemaType.NULL)));
    }

    private static boolean hasType(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    private static String name(Schema reference) {
        return Objects.requireNonNull(reference.getRef()).substring(SCHEMA.length());
    }
}
