package org.mandateatlas.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Writes the contract: reads the OpenAPI documents that the builds of the services and of the gateway wrote, merges them into
 * {@code gateway/openapi/openapi.yaml} and its renditions, and generates {@code gateway/openapi/asyncapi.yaml} and the JSON-LD context,
 * vocabulary and classes from the result and the streams that the gateway is configured with.
 */
public final class Contract {

    private static final Path GATEWAY = Path.of("gateway");
    private static final Path EXAMPLES = Path.of("deploy/contract/examples");
    private static final Path PUBLISHED = GATEWAY.resolve("openapi");

    private Contract() {}

    /** Writes the contract of the source tree whose root is the argument. */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: Contract <root of the source tree>");
        }
        write(Path.of(arguments[0]));
    }

    static void write(Path root) throws IOException {
        var streams = Streams.read(root.resolve(GATEWAY).resolve("src/main/resources/application.properties"));
        var api = ApiDescription.of(
                template("/openapi.yaml"), documents(root), streams, Example.read(root.resolve(EXAMPLES)));
        var linked = new LinkedModel(api, streams);
        var context = LinkedContext.of(linked);
        var vocabulary = LinkedVocabulary.of(linked);
        LinkedModel.removeNotes(api);
        var events = EventDescription.of(template("/asyncapi.yaml"), streams, api);
        var reads = ReadProfile.of(api);
        Yaml.write(root.resolve(PUBLISHED).resolve("openapi.yaml"), api);
        Yaml.write(root.resolve(PUBLISHED).resolve("openapi-3.0.yaml"), OpenApi30.of(api));
        Yaml.write(root.resolve(PUBLISHED).resolve("openapi-read.yaml"), reads);
        Yaml.write(root.resolve(PUBLISHED).resolve("openapi-read-3.0.yaml"), OpenApi30.of(reads));
        Yaml.write(root.resolve(PUBLISHED).resolve("asyncapi.yaml"), events);
        writeJson(root.resolve(PUBLISHED).resolve("context.jsonld"), context);
        writeJson(root.resolve(PUBLISHED).resolve("vocabulary.jsonld"), vocabulary);
        writeJson(root.resolve(PUBLISHED).resolve("classes.json"), linked.classes());
        Files.writeString(
                root.resolve(PUBLISHED).resolve("model.html"),
                ModelPage.render(root.resolve("docs/nomenclature.md"), api));
    }

    private static void writeJson(Path file, ObjectNode document) throws IOException {
        Files.writeString(file, document.toPrettyString() + "\n");
    }

    /** Returns the part of a description that concerns all services; its introduction is in the Markdown file that it names. */
    private static ObjectNode template(String name) throws IOException {
        var template = Yaml.resource(name);
        var info = (ObjectNode) template.path("info");
        try (var file = Contract.class.getResourceAsStream(
                "/" + info.path("description").asText())) {
            var introduction = Objects.requireNonNull(file, name).readAllBytes();
            info.put("description", new String(introduction, StandardCharsets.UTF_8));
        }
        return template;
    }

    /** Returns the documents of the gateway and of the services, the latter by name. */
    private static List<ObjectNode> documents(Path root) throws IOException {
        var documents = new ArrayList<ObjectNode>();
        documents.add(GatewayDocument.complete(Yaml.read(root.resolve(PUBLISHED).resolve("gateway.yaml"))));
        for (Path service : sorted(root, "*-service")) {
            documents.add(Yaml.read(service.resolve("openapi/openapi.yaml")));
        }
        return documents;
    }

    private static List<Path> sorted(Path folder, String glob) throws IOException {
        try (var entries = Files.newDirectoryStream(folder, glob)) {
            var paths = new ArrayList<Path>();
            entries.forEach(paths::add);
            return paths.stream().sorted().toList();
        }
    }
}
