package org.mandateatlas.base.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.EnumValues;

/**
 * Spells enum constants in the API description as in JSON, and describes each: the descriptions that the constants declare with
 * {@code @Schema} become a list in the description of the schema and the extension {@code x-enum-descriptions}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class EnumSchemas implements OASFilter {

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final String DESCRIPTIONS = "x-enum-descriptions";

    /** The descriptions of values by schema. */
    private final Map<String, Map<String, String>> descriptions = new HashMap<>();

    public EnumSchemas(IndexView index) {
        for (var annotation : index.getAnnotations(org.eclipse.microprofile.openapi.annotations.media.Schema.class)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.FIELD) {
                read(annotation.target().asField(), annotation);
            }
        }
    }

    private void read(FieldInfo field, AnnotationInstance annotation) {
        var description = text(annotation, "description");
        if (field.isEnumConstant() && description != null) {
            descriptions
                    .computeIfAbsent(schemaName(field.declaringClass()), schema -> new LinkedHashMap<>())
                    .put(EnumValues.spelling(field.name()), description);
        }
    }

    /** Returns the name of a type's schema: the declared one, or that of the type. */
    public static String schemaName(ClassInfo type) {
        var annotation = type.declaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        var name = annotation == null ? null : text(annotation, "name");
        return name == null ? type.simpleName() : name;
    }

    private static @Nullable String text(AnnotationInstance annotation, String member) {
        var value = annotation.value(member);
        return value == null ? null : value.asString();
    }

    @Override
    public Schema filterSchema(Schema schema) {
        var values = schema.getEnumeration();
        if (values != null) {
            schema.setEnumeration(values.stream().map(EnumSchemas::spelling).toList());
        }
        return schema;
    }

    private static Object spelling(Object value) {
        return value instanceof String name && CONSTANT.matcher(name).matches() ? EnumValues.spelling(name) : value;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        api.getComponents().getSchemas().forEach((name, schema) -> {
            var ofValues = descriptions.get(name);
            if (ofValues != null && schema.getEnumeration() != null) {
                describe(schema, ofValues);
            }
        });
    }

    private static void describe(Schema schema, Map<String, String> ofValues) {
        List<String> texts = schema.getEnumeration().stream()
                .map(value -> ofValues.getOrDefault(value, ""))
                .toList();
        if (!schema.hasExtension(DESCRIPTIONS) && !texts.contains("")) {
            schema.addExtension(DESCRIPTIONS, texts);
            schema.setDescription(schema.getDescription() + "\n\n"
                    + schema.getEnumeration().stream()
                            .map(value -> "- `" + value + "`: " + ofValues.get(value))
                            .collect(Collectors.joining("\n")));
        }
    }
}
