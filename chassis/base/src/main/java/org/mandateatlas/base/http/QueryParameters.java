package org.mandateatlas.base.http;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestQuery;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.text.Characters;

/**
 * The query parameters that an endpoint declares.
 *
 * @param repeatable whether a parameter may be repeated, by name
 */
public record QueryParameters(Map<String, Boolean> repeatable) {

    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 80;

    public QueryParameters {
        repeatable = Map.copyOf(repeatable);
    }

    /** Returns the parameters that the parameters of a resource method, or their fields, declare. */
    static QueryParameters of(Method method) {
        var declared = new HashMap<String, Boolean>();
        for (var parameter : method.getParameters()) {
            if (!add(declared, parameter, parameter.getName(), parameter.getType())) {
                addFields(declared, parameter.getType());
            }
        }
        return new QueryParameters(declared);
    }

    /** Returns the parameters that the fields of a class declare. */
    public static QueryParameters of(Class<?> fields) {
        var declared = new HashMap<String, Boolean>();
        addFields(declared, fields);
        return new QueryParameters(declared);
    }

    private static void addFields(Map<String, Boolean> declared, Class<?> type) {
        for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
            Arrays.stream(level.getDeclaredFields())
                    .forEach(field -> add(declared, field, field.getName(), field.getType()));
        }
    }

    private static boolean add(Map<String, Boolean> declared, AnnotatedElement place, String name, Class<?> type) {
        var query = place.getAnnotation(RestQuery.class);
        if (query == null) {
            return false;
        }
        declared.put(query.value().isEmpty() ? name : query.value(), List.class.isAssignableFrom(type));
        return true;
    }

    /**
     * Checks the values of a parameter.
     *
     * @throws ProblemException (400) if the parameter is not declared, is repeated although it is single, or has an empty value
     */
    public void check(String name, List<String> values) {
        var many = repeatable.get(name);
        if (many == null) {
            throw ProblemException.parameter(
                    printable(name),
                    repeatable.isEmpty()
                            ? "is not supported: this endpoint has no parameters"
                            : "is not supported; supported are "
                                    + String.join(", ", new TreeSet<>(repeatable.keySet())));
        }
        if (values.size() > 1 && !many) {
            throw ProblemException.parameter(name, "is given more than once");
        }
        values.forEach(value -> checkText(name, value));
    }

    private static void checkText(String name, String value) {
        if (value.isBlank()) {
            throw ProblemException.parameter(name, "is empty");
        }
        if (value.length() > LONGEST) {
            throw ProblemException.parameter(name, "is longer than " + LONGEST + " characters");
        }
        if (!Characters.areLine(value)) {
            throw ProblemException.parameter(
                    name, "contains a control character, an unpaired surrogate or a noncharacter");
        }
    }

    private static String printable(String name) {
        var clean = name.replaceAll("\\p{Cntrl}", "");
        return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
    }
}
