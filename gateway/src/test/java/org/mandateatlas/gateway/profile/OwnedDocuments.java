package org.mandateatlas.gateway.profile;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandateatlas.gateway.UpstreamServer;

/** Documents that an owner answers with, one by one and as collections, to those filters that are fields of theirs. */
final class OwnedDocuments {

    static final String POSITION = "institution:50,mandate:117";

    private static final Set<String> NO_FILTERS = Set.of("validAt", "knownAt", "limit", "fields");

    private final Map<String, SortedMap<String, JsonObject>> collections = new TreeMap<>();
    private final UpstreamServer owner;

    OwnedDocuments(UpstreamServer owner, String... empty) {
        this.owner = owner;
        for (String collection : empty) {
            owner.at("/v1/" + collection, exchange -> list(exchange, collection));
        }
    }

    /** Adds a document. */
    OwnedDocuments with(String collection, String json) {
        var document = new JsonObject(json);
        in(collection).put(document.getString("id"), document);
        owner.at("/v1/" + collection + '/' + document.getString("id"), exchange -> answer(exchange, 200, document));
        return this;
    }

    /** Answers a path with JSON. */
    OwnedDocuments at(String path, int status, String json) {
        owner.at(path, exchange -> answer(exchange, status, new JsonObject(json)));
        return this;
    }

    private SortedMap<String, JsonObject> in(String collection) {
        return collections.computeIfAbsent(collection, none -> new TreeMap<>());
    }

    private void list(HttpExchange exchange, String collection) throws IOException {
        var items = new JsonArray();
        for (JsonObject document : in(collection).values()) {
            if (fits(document, exchange.getRequestURI().getQuery())) {
                items.add(document);
            }
        }
        answer(exchange, 200, new JsonObject().put("next", null).put("items", items));
    }

    private static boolean fits(JsonObject document, String query) {
        for (String parameter : query.split("&", -1)) {
            String name = parameter.substring(0, parameter.indexOf('='));
            String value = parameter.substring(name.length() + 1);
            if (!NO_FILTERS.contains(name) && document.containsKey(name) && !value.equals(document.getValue(name))) {
                return false;
            }
        }
        return true;
    }

    static void answer(HttpExchange exchange, int status, JsonObject json) throws IOException {
        byte[] body = json.encode().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Atlas-Position", POSITION);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
