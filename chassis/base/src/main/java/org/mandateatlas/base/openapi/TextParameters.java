package org.mandateatlas.base.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.Slug;

/** States in the API description that texts in queries are not empty, and that ids in paths are slugs. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = FieldDescriptions.LAST)
public class TextParameters implements OASFilter {

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getIn() == Parameter.In.QUERY) {
            forbidEmpty(parameter.getSchema());
        } else if (parameter.getIn() == Parameter.In.PATH
                && parameter.getName().equals("id")
                && isText(parameter.getSchema())) {
            parameter.getSchema().pattern(Slug.PATTERN).maxLength(Slug.LONGEST);
        }
        return parameter;
    }

    private static void forbidEmpty(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (isText(schema)) {
            schema.setMinLength(1);
        }
        forbidEmpty(schema.getItems());
    }

    private static boolean isText(@Nullable Schema schema) {
        return schema != null
                && List.of(SchemaType.STRING).equals(schema.getType())
                && schema.getFormat() == null
                && schema.getPattern() == null
                && schema.getEnumeration() == null
                && schema.getMinLength() == null;
    }
}
