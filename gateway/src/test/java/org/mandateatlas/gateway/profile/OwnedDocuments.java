package org.mandateatlas.gateway.profile;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.UpstreamServer;
import org.mandateatlas.gateway.compose.ServicePages;

/** Documents that an owner answers with, one by one and as collections, to those filters that are fields of theirs. */
final class OwnedDocuments {

    static final String POSITION = "institution:50,mandate:117";

    private static final Set<String> NO_FILTERS = Set.of("validAt", "knownAt", "limit", "include");

    private final Map<String, SortedMap<String, JsonObject>> collections = new TreeMap<>();
    private @Nullable ServicePages asked;
    private final JsonObject names = new JsonObject();
    private final UpstreamServer owner;

    OwnedDocuments(UpstreamServer owner, String... empty) {
        this.owner = owner;
        for (String collection : empty) {
            owner.at("/v1/" + collection, exchange -> list(exchange, collection));
        }
        timeline("");
    }

    /** Adds a document. */
    OwnedDocuments with(String collection, String json) {
        var document = new JsonObject(json);
        in(collection).put(document.getString("id"), document);
        owner.at(
                "/v1/" + collection + '/' + document.getString("id"),
                exchange -> answer(exchange, 200, named(exchange, document)));
        return this;
    }

    /** Makes every document refer to one of that name. */
    OwnedDocuments naming(String stream, String id, String name) {
        names.put(stream + '/' + id, name);
        return this;
    }

    /** Answers with the timeline of one institution, process or function, at the service of institutions alone. */
    OwnedDocuments timeline(String id, String... dates) {
        for (String service : new String[] {"institutions-service", "functions-service", "processes-service"}) {
            var pages = new ServicePages(owner, service, "/v1/timeline", "institution", 50);
            if (service.equals("institutions-service")) {
                for (String date : dates) {
                    pages.with(date, "institutions", id + '-' + date);
                }
                asked = pages;
            }
        }
        return this;
    }

    /** Returns the queries for the timeline. */
    List<String> timelineQueries() {
        return asked == null ? List.of() : asked.queries();
    }

    private JsonObject named(HttpExchange exchange, JsonObject json) {
        boolean included = String.valueOf(exchange.getRequestURI().getQuery()).contains("include=referenceNames");
        return included ? json.copy().put("referenceNames", names) : json;
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
        answer(exchange, 200, named(exchange, new JsonObject().put("next", null).put("items", items)));
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
