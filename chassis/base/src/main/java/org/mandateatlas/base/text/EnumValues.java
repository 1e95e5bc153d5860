package org.mandateatlas.base.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;

/** The JSON values of the constants of an enum. */
public final class EnumValues {

    private EnumValues() {}

    /** Returns the values in the order of the constants. */
    public static List<String> of(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(java.lang.reflect.Field::isEnumConstant)
                .map(field -> {
                    var property = field.getAnnotation(JsonProperty.class);
                    return property == null ? field.getName() : property.value();
                })
                .toList();
    }

    /** Returns the value of a constant. */
    public static String of(Enum<?> constant) {
        return of(constant.getDeclaringClass()).get(constant.ordinal());
    }
}
