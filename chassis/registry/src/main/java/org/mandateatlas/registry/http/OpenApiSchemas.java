package org.mandateatlas.registry.http;

import static org.mandateatlas.registry.http.OpenApiParts.SCHEMA;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Completes the schemas of the OpenAPI document. */
final class OpenApiSchemas {

    private static final String PATCH = "PatchOperation";
    private static final List<String> OPTIONAL_FIELDS_OF = List.of("Violation", PATCH);
    private static final List<String> READ_ONLY = List.of("version", "recordedAt");
    /** Formats of Java classes with counterparts in client languages. */
    private static final Map<String, String> FORMATS = Map.of("Instant", "date-time", "LocalDate", "date");

    private OpenApiSchemas() {}

    /** Completes all schemas. */
    static void complete(Components components) {
        var schemas = components.getSchemas();
        var change = schemas.get("Change");
        if (change != null) {
            Objects.requireNonNull(change.getProperties().get("patch")).setItems(OpenApiParts.ref(PATCH));
            components.addSchema(PATCH, patchOperation());
        }
        components.getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null && !OPTIONAL_FIELDS_OF.contains(name)) {
                schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
            }
        });
        schemas.values().forEach(OpenApiSchemas::tidy);
        FORMATS.keySet().forEach(components::removeSchema);
        completeChoices(schemas);
    }

    private static Schema patchOperation() {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .description("Operation of a JSON Patch (RFC 6902).")
                .addProperty(
                        "op",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.STRING))
                                .description(
                                        "Operation: `add`, `remove` or `replace` the value, `move` or `copy` it from"
                                                + " another place, or `test` that it equals `value`.")
                                .enumeration(List.of("add", "remove", "replace", "move", "copy", "test")))
                .addProperty(
                        "path",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.STRING))
                                .description("JSON pointer of the changed value.")
                                .examples(List.of("/institution")))
                .addProperty(
                        "from",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.STRING))
                                .description("JSON pointer of the moved or copied value."))
                .addProperty("value", OASFactory.createSchema().description("New value."))
                .required(List.of("op", "path"));
    }

    /**
     * Removes the type next to a reference and next to a choice between a schema and null, and inlines dates and
     * instants.
     */
    static void tidy(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getAnyOf() != null) {
            var time = schema.getAnyOf().stream()
                    .filter(choice -> format(choice) != null)
                    .findFirst();
            time.ifPresentOrElse(
                    choice -> schema.anyOf(null)
                            .type(List.of(SchemaType.STRING, SchemaType.NULL))
                            .format(format(choice)),
                    () -> schema.setType(null));
        } else if (format(schema) != null) {
            schema.type(List.of(SchemaType.STRING)).format(format(schema)).setRef(null);
        } else if (schema.getRef() != null) {
            schema.setType(null);
        }
        tidy(schema.getItems());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(OpenApiSchemas::tidy);
        }
    }

    private static @Nullable String format(Schema schema) {
        return schema.getRef() == null ? null : FORMATS.get(schema.getRef().substring(SCHEMA.length()));
    }

    /** Moves constraints of list items to the items. */
    static void leaveChoicesToItems(@Nullable Schema schema) {
        if (schema != null && schema.getItems() != null && schema.getEnumeration() != null) {
            schema.getItems()
                    .setEnumeration(schema.getEnumeration().stream()
                            .<Object>map(String::valueOf)
                            .toList());
            schema.setEnumeration(null);
        }
    }

    /** Declares the discriminator of alternatives. */
    private static void completeChoices(Map<String, Schema> schemas) {
        List.copyOf(schemas.values()).stream()
                .filter(schema -> schema.getDiscriminator() != null)
                .forEach(choice -> {
                    choice.setType(null);
                    var word = choice.getDiscriminator().getPropertyName();
                    choice.getDiscriminator()
                            .getMapping()
                            .forEach((value, record) -> complete(
                                    Objects.requireNonNull(schemas.get(record.substring(SCHEMA.length()))),
                                    word,
                                    value));
                });
    }

    private static void complete(Schema record, String word, String value) {
        var properties = new LinkedHashMap<String, Schema>();
        properties.put(
                word, OASFactory.createSchema().type(List.of(SchemaType.STRING)).enumeration(List.of(value)));
        properties.putAll(record.getProperties());
        record.setProperties(properties);
        record.setRequired(properties.entrySet().stream()
                .filter(property -> !mayBeLeftOut(property.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Callers may omit null and empty fields of these records. */
    private static boolean mayBeLeftOut(Schema property) {
        if (property.getAnyOf() != null) {
            return property.getAnyOf().stream().anyMatch(OpenApiSchemas::mayBeLeftOut);
        }
        var types = property.getType();
        return types != null
                && (types.contains(SchemaType.NULL)
                        || (types.contains(SchemaType.ARRAY) && property.getMinItems() == null));
    }

    /** Adds the status, which responses contain and events do not; {@code fields} may omit any field. */
    static void addStatus(@Nullable Schema document) {
        if (document == null
                || !document.getProperties().containsKey("recordedAt")
                || document.getProperties().containsKey("status")) {
            return;
        }
        var properties = new LinkedHashMap<String, Schema>();
        document.getProperties().forEach((name, property) -> {
            properties.put(name, property);
            properties.putIfAbsent(
                    "status",
                    OASFactory.createSchema()
                            .ref(SCHEMA + "Status")
                            .readOnly(true)
                            .description(
                                    "Whether it is planned, current, unconfirmed or ended on `validAt` (default: today)."
                                            + " Not part of events."));
        });
        READ_ONLY.forEach(field -> Objects.requireNonNull(properties.get(field)).setReadOnly(true));
        document.setProperties(properties);
        document.setRequired(List.copyOf(properties.keySet()));
    }
}
