package org.mandateatlas.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Arguments given as {@code --name value} or {@code --name=value}, and flags given as {@code --name}. */
final class Arguments {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,7}");

    /** The default of a flag. */
    static final String FLAG = "no";

    private static final String GIVEN = "yes";

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Parses the arguments; the names of the options are followed by their defaults. */
    Arguments(List<String> arguments, String... defaults) {
        for (var i = 0; i < defaults.length; i += 2) {
            values.put(defaults[i], defaults[i + 1]);
        }
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (FLAG.equals(values.get(argument))) {
                values.put(argument, GIVEN);
                continue;
            }
            var equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 && ++i == arguments.size()) {
                throw new IllegalArgumentException(name + " requires a value.");
            }
            if (values.replace(name, equals < 0 ? arguments.get(i) : argument.substring(equals + 1)) == null) {
                throw new IllegalArgumentException("Unknown option: " + name + ".");
            }
        }
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    boolean flag(String name) {
        return text(name).equals(GIVEN);
    }

    int number(String name) {
        var value = text(name);
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must be a whole number.");
        }
        return Integer.parseInt(value);
    }
}
