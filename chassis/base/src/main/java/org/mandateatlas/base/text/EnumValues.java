package org.mandateatlas.base.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The spelling of enum constants in JSON, in parameters and in the API description: {@code RELATED_ORGANIZATION} is
 * {@code related-organization}; a single letter, such as a grade, stays as it is.
 */
public final class EnumValues {

    private EnumValues() {}

    /** Returns the spellings of the constants, in their order. */
    public static List<String> of(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .toList();
    }

    /** Returns the spelling of one constant. */
    public static String of(Enum<?> constant) {
        return spelling(constant.name());
    }

    /** Returns the spelling of a constant by its name. */
    public static String spelling(String name) {
        return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
