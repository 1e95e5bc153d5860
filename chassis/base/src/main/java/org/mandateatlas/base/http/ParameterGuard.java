package org.mandateatlas.base.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.mandateatlas.base.problem.ProblemException;

/** Rejects query parameters that an endpoint does not declare, single parameters that are repeated, and empty values. */
class ParameterGuard {

    private static final int LONGEST = 2000;

    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, SimpleResourceInfo resource) throws NoSuchMethodException {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var method = resource.getResourceClass().getMethod(resource.getMethodName(), resource.parameterTypes());
        var repeatable = known.computeIfAbsent(method, ParameterGuard::parameters);
        given.forEach((name, values) -> check(repeatable, name, values));
    }

    private static void check(Map<String, Boolean> repeatable, String name, List<String> values) {
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
        if (value.codePoints()
                .anyMatch(c ->
                        Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
            throw ProblemException.parameter(name, "contains a control character or an unpaired surrogate");
        }
    }

    private static String printable(String name) {
        var clean = name.replaceAll("\\p{Cntrl}", "");
        return clean.length() > 80 ? clean.substring(0, 80) : clean;
    }

    private static Map<String, Boolean> parameters(Method method) {
        var parameters = new HashMap<String, Boolean>();
        for (var parameter : method.getParameters()) {
            if (!note(parameters, parameter, parameter.getName(), parameter.getType())) {
                Arrays.stream(parameter.getType().getDeclaredFields())
                        .forEach(field -> note(parameters, field, field.getName(), field.getType()));
            }
        }
        return Map.copyOf(parameters);
    }

    private static boolean note(Map<String, Boolean> into, AnnotatedElement place, String name, Class<?> type) {
        var query = place.getAnnotation(RestQuery.class);
        if (query == null) {
            return false;
        }
        into.put(query.value().isEmpty() ? name : query.value(), List.class.isAssignableFrom(type));
        return true;
    }
}
