package org.mandateatlas.local;

import java.util.ArrayList;
import java.util.List;

/** The words after a command's name. */
final class Options {

    private final List<String> words;

    Options(List<String> words) {
        this.words = new ArrayList<>(words);
    }

    /** Takes an option that stands for itself, and says whether it was given. */
    boolean flag(String name) {
        return words.remove(name);
    }

    /** Takes an option with a value, as {@code --name value} or {@code --name=value}. */
    String value(String name, String usual) {
        for (var i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(name + "=")) {
                return words.remove(i).substring(name.length() + 1);
            }
            if (words.get(i).equals(name)) {
                if (i + 1 == words.size()) {
                    throw new UsageFailure(name + " needs a value.");
                }
                words.remove(i);
                return words.remove(i);
            }
        }
        return usual;
    }

    /** Throws when a word is left that nobody took. */
    void end() {
        if (!words.isEmpty()) {
            throw new UsageFailure("There is no option " + words.getFirst() + ".");
        }
    }
}
