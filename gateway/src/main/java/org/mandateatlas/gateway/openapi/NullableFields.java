package org.mandateatlas.gateway.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Allows null in the description of the gateway for each record component that is {@link Nullable}. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = NullableFields.LAST)
public class NullableFields implements OASFilter {

    static final int LAST = 0;

    private static final String GATEWAY = "org.mandateatlas.gateway.";

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    /** The names of the nullable fields by schema. */
    private final Map<String, Set<String>> nullable = new HashMap<>();

    public NullableFields(IndexView index) {
        for (var type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith(GATEWAY)) {
                nullable.computeIfAbsent(SchemaNames.of(type), name -> new HashSet<>())
                        .addAll(nullableFields(type));
            }
        }
    }

    private static Set<String> nullableFields(ClassInfo type) {
        return type.recordComponents().stream()
                .filter(component -> component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                var fields = nullable.getOrDefault(name, Set.of());
                schema.getProperties().forEach((field, property) -> {
                    if (fields.contains(field)) {
                        allowNull(property);
                    }
                });
            }
        });
    }

    private static void allowNull(Schema schema) {
        var type = OASFactory.createSchema().type(List.of(SchemaType.NULL));
        if (schema.getRef() != null) {
            schema.anyOf(List.of(OASFactory.createSchema().ref(schema.getRef()), type))
                    .setRef(null);
        } else if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            var types = new ArrayList<>(schema.getType());
            types.add(SchemaType.NULL);
            schema.setType(types);
        }
    }
}
