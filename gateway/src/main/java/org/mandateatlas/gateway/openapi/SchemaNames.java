package org.mandateatlas.gateway.openapi;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.ClassInfo;

/** The names of schemas in the API description. */
final class SchemaNames {

    private SchemaNames() {}

    /** Returns the name that a type declares, or its simple name. */
    static String of(ClassInfo type) {
        var annotation = type.declaredAnnotation(Schema.class);
        var name = annotation == null ? null : annotation.value("name");
        return name == null ? type.simpleName() : name.asString();
    }
}
