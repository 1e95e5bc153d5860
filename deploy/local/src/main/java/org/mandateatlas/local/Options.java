package org.mandateatlas.local;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command-line options of a command. */
final class Options {

    private final List<String> words;

    Options(List<String> words) {
        this.words = new ArrayList<>(words);
    }

    /** Consumes an option without a value and returns whether it was given. */
    boolean flag(String name) {
        return words.remove(name);
    }

    /** Consumes an option with a value, given as {@code --name value} or {@code --name=value}. */
    String value(String name, String defaultValue) {
        for (var i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(name + "=")) {
                return words.remove(i).substring(name.length() + 1);
            }
            if (words.get(i).equals(name)) {
                if (i + 1 == words.size()) {
                    throw new UsageFailure(name + " requires a value.");
                }
                words.remove(i);
                return words.remove(i);
            }
        }
        return defaultValue;
    }

    /** Consumes the next argument that is no option; null if there is none. */
    @Nullable String argument() {
        for (var word : words) {
            if (!word.startsWith("-")) {
                words.remove(word);
                return word;
            }
        }
        return null;
    }

    /** Fails if an option was not consumed. */
    void end() {
        if (!words.isEmpty()) {
            throw new UsageFailure("Unknown option: " + words.getFirst() + ".");
        }
    }
}
