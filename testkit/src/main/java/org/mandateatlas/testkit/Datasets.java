package org.mandateatlas.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The datasets of all services in the source tree, to validate references across services. */
public final class Datasets {

    private static final YAMLMapper YAML = new YAMLMapper();

    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();

    private Datasets() {}

    /** Returns the documents of all collections. */
    public static List<ObjectNode> documents() {
        return services().flatMap(Datasets::read).toList();
    }

    /** Returns the documents of a collection, of any service. */
    public static List<ObjectNode> documents(String collection) {
        return services().flatMap(service -> read(service.resolve(collection))).toList();
    }

    /** Returns the ids of a collection, of any service. */
    public static Set<String> ids(String collection) {
        return documents(collection).stream()
                .map(document -> document.path("id").asText())
                .collect(Collectors.toSet());
    }

    /** Returns the sources that any document of any service cites. */
    public static Set<String> citedSources() {
        var cited = new TreeSet<String>();
        documents().stream()
                .flatMap(document -> document.findValues("citations").stream())
                .flatMap(citations -> citations.findValues("source").stream())
                .map(JsonNode::asText)
                .forEach(cited::add);
        return cited;
    }

    private static Stream<Path> services() {
        return list(HOUSE)
                .filter(module -> module.toString().endsWith("-service"))
                .map(module -> module.resolve("src/main/resources/dataset"));
    }

    private static Stream<Path> list(Path folder) {
        try (var paths = Files.list(folder)) {
            return paths.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ObjectNode> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".yaml")).sorted().toList().stream()
                    .flatMap(Datasets::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ObjectNode> parse(Path file) {
        try (var trees = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(file.toFile())) {
            return trees.readAll().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
