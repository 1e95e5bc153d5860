package org.mandateatlas.gateway.subscription;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Choices as the API and the database write them: in lower case. */
public final class Words {

    private Words() {}

    /** Returns the word for a choice. */
    public static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the words for all choices of a kind. */
    public static List<String> all(Class<? extends Enum<?>> kind) {
        return Arrays.stream(kind.getEnumConstants()).map(Words::of).toList();
    }

    /** Returns the choice that a word stands for. */
    public static <E extends Enum<E>> E read(Class<E> kind, String word) {
        return Enum.valueOf(kind, word.toUpperCase(Locale.ROOT));
    }

    /** Returns the choice that a word stands for; null for no word. */
    public static <E extends Enum<E>> @Nullable E readIfAny(Class<E> kind, @Nullable String word) {
        return word == null ? null : read(kind, word);
    }
}
