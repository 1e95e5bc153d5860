package org.mandateatlas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An example of an operation: a request and the response of the shipped dataset, kept in a file with the name of the operation.
 *
 * @param operationId the operation
 * @param content the content of the file
 */
public record Example(String operationId, ObjectNode content) {

    private static final String SUFFIX = ".yaml";

    /** Reads all examples of a folder, in the order of their names. */
    public static List<Example> read(Path folder) throws IOException {
        var examples = new ArrayList<Example>();
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                var name = file.getFileName().toString();
                examples.add(new Example(name.substring(0, name.length() - SUFFIX.length()), Yaml.read(file)));
            }
        }
        examples.sort((one, other) -> one.operationId.compareTo(other.operationId));
        return examples;
    }

    /** Writes the example to its file in a folder. */
    public void write(Path folder) throws IOException {
        Yaml.write(folder.resolve(operationId + SUFFIX), content);
    }

    /** Returns the method and the target. */
    public String request() {
        return content.path("request").asText();
    }

    /** Returns the method. */
    public String method() {
        return request().substring(0, request().indexOf(' '));
    }

    /** Returns the path with the query. Parts in braces stand for ids that a previous response contains. */
    public String target() {
        return request().substring(request().indexOf(' ') + 1);
    }

    /** Returns the segments of the path. */
    List<String> segments() {
        return List.of(target().split("\\?", 2)[0].split("/"));
    }

    /** Returns the parameters of the query. */
    Map<String, String> query() {
        var parameters = new LinkedHashMap<String, String>();
        var query = target().split("\\?", 2);
        if (query.length > 1) {
            for (String parameter : query[1].split("&")) {
                var parts = parameter.split("=", 2);
                parameters.put(parts[0], URI.create("?" + parts[1]).getQuery());
            }
        }
        return parameters;
    }

    /** Returns the headers of the request. */
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        content.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    /** Returns the body of the request, or null if it has none. */
    public @Nullable JsonNode body() {
        return content.get("body");
    }

    /** Returns the status of the response. */
    public int status() {
        return content.path("status").asInt();
    }

    /** Returns the media type of the response; empty if it has no body. */
    public String type() {
        return content.path("type").asText();
    }

    /** Returns the response: JSON as such, anything else as text. */
    public JsonNode response() {
        return content.path("response");
    }

    /** Returns whether the response is only the beginning or a part of the real one. */
    public boolean isPart() {
        return content.path("part").asBoolean();
    }
}
