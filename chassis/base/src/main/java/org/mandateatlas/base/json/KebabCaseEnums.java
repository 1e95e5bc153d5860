package org.mandateatlas.base.json;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import org.mandateatlas.base.text.EnumValues;

/** Spells enum constants in JSON as {@link EnumValues} does, unless an annotation spells them otherwise. */
public final class KebabCaseEnums extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        for (var i = 0; i < constants.length; i++) {
            if (names[i] == null) {
                names[i] = EnumValues.of(constants[i]);
            }
        }
        return names;
    }
}
