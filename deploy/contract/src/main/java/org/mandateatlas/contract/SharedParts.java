package org.mandateatlas.contract;

import static org.mandateatlas.contract.Documents.REFERENCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mandateatlas.contract.Documents.Operation;

/**
 * Replaces parameters, headers and problems that several operations have by references to components. The problems are those of the
 * frame, by status; every operation has the default one, which stands for all others.
 */
final class SharedParts {

    private static final String DEFAULT = "default";
    private static final String OTHER_PROBLEM = "OtherProblem";
    private static final String PROBLEM = "application/problem+json";

    /** The statuses that operations list; the default response covers those that any operation may have. */
    private static final Map<String, String> RESPONSES = Map.ofEntries(
            Map.entry("304", "NotModified"),
            Map.entry("400", "BadRequest"),
            Map.entry("401", "Unauthorized"),
            Map.entry("403", "Forbidden"),
            Map.entry("404", "NotFound"),
            Map.entry("409", "Conflict"),
            Map.entry("410", "Gone"),
            Map.entry("412", "PreconditionFailed"),
            Map.entry("415", "UnsupportedMediaType"),
            Map.entry("422", "RuleViolated"),
            Map.entry("428", "PreconditionRequired"),
            Map.entry(DEFAULT, OTHER_PROBLEM));

    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z0-9]+");

    private final ObjectNode document;
    private final ObjectNode components;

    private SharedParts(ObjectNode document) {
        this.document = document;
        this.components = document.withObject("/components");
    }

    /** Replaces the shared parts of a document. */
    static void extract(ObjectNode document) {
        var parts = new SharedParts(document);
        parts.referToProblems();
        parts.extractParameters();
        parts.extractHeaders();
    }

    private void referToProblems() {
        if (!components.at("/responses").has(OTHER_PROBLEM)) {
            return;
        }
        for (var operation : Documents.operations(document)) {
            var responses = operation.node().withObject("/responses");
            for (var status : List.copyOf(new TreeSet<>(statuses(responses)))) {
                var name = RESPONSES.get(status);
                if (name != null) {
                    refer(responses, status, name);
                } else if (responses.get(status).has(REFERENCE) || isProblem(responses.get(status))) {
                    responses.remove(status);
                }
            }
            refer(responses, DEFAULT, OTHER_PROBLEM);
        }
    }

    private static List<String> statuses(ObjectNode responses) {
        var statuses = new ArrayList<String>();
        responses.fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    private static boolean isProblem(JsonNode response) {
        return response.path("content").has(PROBLEM);
    }

    private void refer(ObjectNode responses, String status, String name) {
        if (components.at("/responses").has(name)) {
            responses.putObject(status).put(REFERENCE, "#/components/responses/" + name);
        }
    }

    /** A part of an operation. */
    private record Use(Operation operation, ObjectNode part) {}

    private void extractParameters() {
        var uses = new LinkedHashMap<String, Map<JsonNode, List<Use>>>();
        for (var operation : Documents.operations(document)) {
            var parameters = operation.node().path("parameters");
            for (var i = 0; i < parameters.size(); i++) {
                if (parameters.get(i) instanceof ObjectNode parameter && !parameter.has(REFERENCE)) {
                    add(uses, parameter.path("name").asText(), new Use(operation, parameter));
                }
            }
        }
        uses.forEach((name, variants) -> extract("parameters", name, variants, SharedParts::namesOfParameter));
    }

    private void extractHeaders() {
        var uses = new LinkedHashMap<String, Map<JsonNode, List<Use>>>();
        for (var operation : Documents.operations(document)) {
            for (var response : operation.node().path("responses")) {
                for (var header : response.path("headers").properties()) {
                    if (header.getValue() instanceof ObjectNode part && !part.has(REFERENCE)) {
                        add(uses, header.getKey(), new Use(operation, part));
                    }
                }
            }
        }
        uses.forEach((name, variants) -> extractHeader(name, variants));
    }

    /** A header of the frame is the same everywhere. */
    private void extractHeader(String name, Map<JsonNode, List<Use>> variants) {
        var shared = pascalCase(name);
        if (components.at("/headers").has(shared)) {
            variants.values().stream().flatMap(List::stream).forEach(use -> refer(use, "headers", shared));
        } else {
            extract(
                    "headers",
                    name,
                    variants,
                    uses -> Stream.of(uses.getFirst().operation().id()).map(SharedParts::pascalCase));
        }
    }

    private static void refer(Use use, String section, String shared) {
        use.part().removeAll();
        use.part().put(REFERENCE, "#/components/" + section + "/" + shared);
    }

    private static void add(Map<String, Map<JsonNode, List<Use>>> uses, String name, Use use) {
        uses.computeIfAbsent(name, none -> new LinkedHashMap<>())
                .computeIfAbsent(use.part().deepCopy(), none -> new ArrayList<>())
                .add(use);
    }

    /** The most frequent variant has the plain name. */
    private void extract(
            String section,
            String name,
            Map<JsonNode, List<Use>> variants,
            Function<List<Use>, Stream<String>> special) {
        var known = components.withObject("/" + section);
        var byUse = variants.entrySet().stream()
                .filter(variant -> variant.getValue().size() > 1)
                .sorted(Comparator.comparing(variant -> -variant.getValue().size()))
                .toList();
        var plain = pascalCase(name) + suffix(section);
        for (var variant : byUse) {
            var shared = Stream.concat(
                            Stream.of(plain), special.apply(variant.getValue()).map(word -> word + plain))
                    .filter(candidate ->
                            !known.has(candidate) || known.get(candidate).equals(variant.getKey()))
                    .findFirst()
                    .orElseThrow();
            known.set(shared, variant.getKey());
            variant.getValue().forEach(use -> refer(use, section, shared));
        }
    }

    /** Some generators have one name space for parameters and schemas. */
    private static String suffix(String section) {
        return section.equals("parameters") ? "Parameter" : "";
    }

    /** A parameter of one collection is named after the collection, another one after the words that its operations share. */
    private static Stream<String> namesOfParameter(List<Use> uses) {
        var tags = uses.stream()
                .map(use -> use.operation().node().at("/tags/0").asText())
                .distinct()
                .toList();
        var words = commonWords(uses.stream().map(use -> use.operation().id()).toList());
        return Stream.of(
                        tags.size() == 1 ? tags.getFirst() : "",
                        words,
                        uses.getFirst().operation().id())
                .filter(name -> !name.isEmpty())
                .map(SharedParts::pascalCase);
    }

    private static String commonWords(List<String> ids) {
        var common = words(ids.getFirst());
        for (var id : ids) {
            var words = words(id);
            var same = 0;
            while (same < Math.min(common.size(), words.size())
                    && common.get(same).equals(words.get(same))) {
                same++;
            }
            common = common.subList(0, same);
        }
        return String.join(" ", common);
    }

    private static List<String> words(String id) {
        return WORD.matcher(id).results().map(MatchResult::group).toList();
    }

    private static String pascalCase(String name) {
        return Arrays.stream(name.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
