package org.mandateatlas.base.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The spelling of enum constants in JSON, in parameters and in the API description: {@code RELATED_ORGANIZATION} is
 * {@code related-organization}; a single letter, such as a grade, stays as it is.
 */
public final class EnumValues {

    private static final ClassValue<List<String>> SPELLINGS = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> spelling(((Enum<?>) constant).name()))
                    .toList();
        }
    };

    private EnumValues() {}

    /** Returns the spellings of the constants, in their order. */
    public static List<String> of(Class<?> type) {
        return SPELLINGS.get(type);
    }

    /** Returns the spelling of one constant. */
    public static String of(Enum<?> constant) {
        return of(constant.getDeclaringClass()).get(constant.ordinal());
    }

    /** Returns the spelling of a constant by its name. */
    public static String spelling(String name) {
        return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
