package org.mandateatlas.base.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.mandateatlas.base.text.EnumValues;

/** Spells enum constants in the API description as in JSON. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class EnumSchemas implements OASFilter {

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

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
}
