package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The documents of a suite as linked data, read with a JSON-LD processor. */
final class LinkedDocuments {

    private static final String JSON_LD = "application/ld+json";
    private static final int EVERY = 7;
    private static final String GENERATED = "any-";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient client;
    private final String address;
    private final JsonLdOptions options;
    private final Set<String> documents = new HashSet<>();
    private final Set<String> fetched = new HashSet<>();
    private final Set<String> references = new TreeSet<>();

    LinkedDocuments(HttpClient client, String address) throws Exception {
        this.client = client;
        this.address = address;
        var context = parse(get("/context.jsonld", JSON_LD).body());
        DocumentLoader loader = (url, how) -> {
            assertEquals(address + "/context.jsonld", url.toString());
            return context;
        };
        this.options = new JsonLdOptions(loader);
    }

    /** Checks that all documents of the dataset expand as a whole, and that what they refer to exists. */
    void check() throws Exception {
        var lines = get("/v1/snapshot", "application/x-ndjson").body().lines().toList();
        var collections = new java.util.TreeMap<String, String>();
        for (var line : lines) {
            var document = MAPPER.readTree(line).path("document");
            if (document.isObject() && !document.path("id").asText().startsWith(GENERATED)) {
                var stream = MAPPER.readTree(line).path("stream").asText();
                var collection = collections.computeIfAbsent(stream, this::collection);
                documents.add(address + "/id/" + collection + "/"
                        + document.path("id").asText());
            }
        }
        var index = 0;
        for (var iri : new TreeSet<>(documents)) {
            if (index++ % EVERY == 0 || iri.contains("/institutions/")) {
                check(iri);
            }
        }
        references.removeAll(documents);
        assertEquals(Set.of(), references, "what documents refer to does not exist");
    }

    private String collection(String stream) {
        return stream.equals("process") ? "processes" : stream.equals("capacity") ? "capacities" : stream + "s";
    }

    private void check(String iri) throws Exception {
        var path = iri.substring(iri.indexOf("/id/") + "/id/".length());
        var response = get("/v1/" + path, JSON_LD);
        assertEquals(200, response.statusCode(), iri);
        assertEquals(JSON_LD, response.headers().firstValue("Content-Type").orElse(""), iri);
        var json = MAPPER.readTree(response.body());
        var expanded = JsonLd.expand(parse(response.body())).options(options).get();
        assertEquals(1, expanded.size(), iri);
        var node = expanded.getJsonObject(0);
        assertEquals(iri, node.getString("@id"));
        assertEquals(values(json), values(node), () -> "fields of " + iri + " are lost");
        collect(node, path.startsWith("policy-options/"));
        assertTrue(
                JsonLd.toRdf(parse(response.body())).options(options).get().size() > 3, () -> iri + " has no triples");
    }

    /** Counts the values of a document, without nulls and the context. */
    private static int values(JsonNode node) {
        if (node.isValueNode()) {
            return node.isNull() ? 0 : 1;
        }
        var count = 0;
        for (var field : node.properties()) {
            count += field.getKey().equals("@context") ? 0 : values(field.getValue());
        }
        if (node.isArray()) {
            for (var item : node) {
                count += values(item);
            }
        }
        return count;
    }

    /** Counts the values of an expanded node. */
    private static int values(JsonValue value) {
        return switch (value) {
            case JsonArray items ->
                items.stream().mapToInt(LinkedDocuments::values).sum();
            case JsonObject node when node.containsKey("@value") -> 1;
            case JsonObject node ->
                node.values().stream().mapToInt(LinkedDocuments::values).sum();
            default -> 1;
        };
    }

    /** Policy options may refer to institutions that they would create. */
    private void collect(JsonValue value, boolean isProposal) {
        switch (value) {
            case JsonArray items -> items.forEach(item -> collect(item, isProposal));
            case JsonObject node -> {
                node.values().forEach(inside -> collect(inside, isProposal));
                if (node.get("@id") instanceof JsonString iri
                        && iri.getString().startsWith(address + "/id/")
                        && !(isProposal && iri.getString().contains("/institutions/"))) {
                    references.add(iri.getString());
                }
            }
            default -> {
                // a literal
            }
        }
    }

    private static JsonDocument parse(String json) throws com.apicatalog.jsonld.JsonLdError {
        return JsonDocument.of(new StringReader(json));
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Checks the persistent URLs, the versions by datetime and the description of the dataset. */
    void checkUrls() throws Exception {
        redirects("/id/mandates/iom-forum", "text/html", 303, "/explorer/mandates/iom-forum");
        redirects("/id/policy-options/create-new-agency", "text/html", 303, "/explorer/reforms/create-new-agency");
        redirects(
                "/id/mandates/iom-forum?validAt=2004-12-31", JSON_LD, 303, "/v1/mandates/iom-forum?validAt=2004-12-31");
        for (var path : List.of("/id/mandates/none-such", "/id/nothing/iom", "/timemap/mandates/none-such")) {
            assertEquals(404, get(path, "*/*").statusCode(), path);
        }
        assertEquals(406, get("/id/mandates/iom-forum", "image/png").statusCode());
        var profile =
                get("/v1/institutions/iom/profile?validAt=2004-12-31", JSON_LD).body();
        var nodes = JsonLd.expand(parse(profile)).options(options).get();
        assertTrue(nodes.size() > 30, () -> "the profile has " + nodes.size() + " documents");
        assertEquals(address + "/id/institutions/iom", nodes.getJsonObject(0).getString("@id"));
        var early = at("Thu, 01 Jan 2015 00:00:00 GMT");
        assertEquals(302, early.statusCode());
        var location = early.headers().firstValue("Location").orElse("");
        assertEquals(address + "/v1/mandates/iom-forum/versions/1", location);
        var version = get(location.substring(address.length()), "*/*");
        var datetime = version.headers().firstValue("Memento-Datetime").orElseThrow();
        assertEquals(location, at(datetime).headers().firstValue("Location").orElse(""));
        assertEquals(400, at("2015-01-01").statusCode());
        assertTrue(get("/timemap/mandates/iom-forum", "*/*").body().contains("datetime=\"" + datetime + '"'));
        var dataset = JsonDocument.of(new StringReader(get("/dataset", JSON_LD).body()));
        assertTrue(JsonLd.toRdf(dataset).get().size() > 100);
    }

    private HttpResponse<String> at(String datetime) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + "/v1/mandates/iom-forum"))
                        .header("Accept-Datetime", datetime)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void redirects(String path, String accept, int status, String target) throws Exception {
        var response = get(path, accept);
        assertEquals(status, response.statusCode(), path);
        assertEquals(address + target, response.headers().firstValue("Location").orElse(""), path);
        assertTrue(
                response.headers()
                        .allValues("Vary")
                        .toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("accept"),
                path);
    }
}
