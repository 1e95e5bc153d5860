package org.mandateatlas.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requests with every filter of every list, search, timeline and diff of the API description, alone, and at valid time, record time and
 * both. Where values of a filter do not change the statement, one of them can do for all.
 */
final class FilterRequests {

    private static final Set<String> NO_FILTERS = Set.of("cursor", "limit", "fields", "include", "withTotal");
    private static final Set<String> TIMES = Set.of("validAt", "knownAt");
    private static final Set<String> OF_INSTITUTIONS = Set.of("institution", "basisOf", "relatedTo", "earlierHolder");

    private static final String VALID_AT = "2004-12-31";
    private static final String KNOWN_AT = "2023-06-01T00:00:00Z";

    /** The filter whose values have conditions of their own. */
    private static final String STATUS = "status";

    private final JsonNode description;
    private final boolean everyValue;

    /**
     * Reads the description of the API.
     *
     * @param everyValue whether each value of a filter is asked for, as the plan depends on how frequent it is
     */
    FilterRequests(JsonNode description, boolean everyValue) {
        this.description = description;
        this.everyValue = everyValue;
    }

    List<String> all() {
        var requests = new LinkedHashSet<String>();
        for (var path : paths()) {
            var parameters = parameters(path);
            for (var required : required(path)) {
                for (var times : times(parameters, required)) {
                    requests.add(request(path, required, times, ""));
                    parameters.forEach((name, schema) -> {
                        if (!NO_FILTERS.contains(name) && !TIMES.contains(name) && !required.contains(name + "=")) {
                            values(name, schema)
                                    .forEach(value ->
                                            requests.add(request(path, required, times, name + "=" + encoded(value))));
                        }
                    });
                }
            }
        }
        return List.copyOf(requests);
    }

    /** Returns the paths of reads at valid time that return pages; those with a suffix are other representations of the same. */
    private List<String> paths() {
        var paths = new ArrayList<String>();
        description.path("paths").fieldNames().forEachRemaining(path -> {
            if (!path.contains("{")
                    && !path.contains(".")
                    && parameters(path).keySet().containsAll(List.of("validAt", "limit"))) {
                paths.add(path);
            }
        });
        if (!paths.containsAll(List.of("/v1/mandates", "/v1/search", "/v1/timeline", "/v1/diff"))) {
            throw new IllegalStateException("the API description lacks lists, search, timeline or diff: " + paths);
        }
        return paths;
    }

    private static String request(String path, String... queries) {
        var given = new ArrayList<String>();
        for (var query : queries) {
            if (!query.isEmpty()) {
                given.add(query);
            }
        }
        return given.isEmpty() ? path : path + "?" + String.join("&", given);
    }

    /** Returns the parameters that a request needs, in different variants. */
    private static List<String> required(String path) {
        if (path.endsWith("/diff")) {
            return List.of("from=2003-01-01&to=2004-01-01", "from=2023-01-01T00:00:00Z&to=2023-02-01T00:00:00Z");
        }
        return path.endsWith("/search") || path.endsWith("/suggest")
                ? List.of("q=migration", "q=m", "q=migration+refugees")
                : List.of("");
    }

    /** Returns the combinations of times; a diff has one of its own already. */
    private static List<String> times(Map<String, JsonNode> parameters, String required) {
        var times = new ArrayList<>(List.of(""));
        var valid = parameters.containsKey("validAt") && !required.startsWith("from=2003");
        var known = parameters.containsKey("knownAt") && !required.startsWith("from=2023");
        if (valid) {
            times.add("validAt=" + VALID_AT);
        }
        if (known) {
            times.add("knownAt=" + KNOWN_AT);
        }
        if (valid && known) {
            times.add("validAt=" + VALID_AT + "&knownAt=" + KNOWN_AT);
        }
        return times;
    }

    private Map<String, JsonNode> parameters(String path) {
        var parameters = new LinkedHashMap<String, JsonNode>();
        for (var each : description.path("paths").path(path).path("get").path("parameters")) {
            var parameter = resolved(each);
            if (parameter.path("in").asText().equals("query")) {
                parameters.put(parameter.path("name").asText(), parameter.path("schema"));
            }
        }
        return parameters;
    }

    private List<String> values(String name, JsonNode schema) {
        if (OF_INSTITUTIONS.contains(name)) {
            return List.of(InstitutionGenerator.id(0), InstitutionGenerator.id(15));
        }
        if (name.equals("collection")) {
            return List.of("institutions", "mandates");
        }
        var item = resolved(schema.has("items") ? schema.path("items") : schema);
        var values = new ArrayList<String>();
        item.path("enum").forEach(value -> values.add(value.asText()));
        for (var examples : List.of(schema.path("examples"), item.path("examples"))) {
            if (values.isEmpty() && examples.has(0)) {
                var example = examples.get(0);
                values.add((example.isArray() ? example.path(0) : example).asText());
            }
        }
        if (values.isEmpty()) {
            throw new IllegalStateException("the API description has neither values nor examples of " + name);
        }
        return everyValue || name.equals(STATUS) ? values : values.subList(0, 1);
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : description.at(reference.substring(1));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
