package org.mandateatlas.gateway.reading;

import static io.restassured.RestAssured.given;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.UpstreamServer;

/** What owners hold in a test: collections with all their revisions, read as of any instant, and told of on Kafka. */
public final class OwnedCollections {

    private static final Map<String, String> STREAMS = Map.ofEntries(
            Map.entry("institutions", "institution"),
            Map.entry("mandates", "mandate"),
            Map.entry("instruments", "instrument"),
            Map.entry("sources", "source"),
            Map.entry("functions", "function"),
            Map.entry("capacities", "capacity"),
            Map.entry("policy-options", "policy-option"),
            Map.entry("objectives", "objective"),
            Map.entry("governance-models", "governance-model"),
            Map.entry("processes", "process"),
            Map.entry("participations", "participation"),
            Map.entry("meetings", "meeting"),
            Map.entry("outputs", "output"));

    private final UpstreamServer owner;
    private final Broker broker;
    private final Map<String, List<Revision>> revisions = new HashMap<>();

    /** All collections, empty. */
    public OwnedCollections(UpstreamServer owner, Broker broker) {
        this.owner = owner;
        this.broker = broker;
        STREAMS.keySet().forEach(collection -> {
            revisions.put(collection, new ArrayList<>());
            up(collection);
            retract(collection, "nothing"); // or else the gateway could take it for what it was in an earlier test
        });
    }

    /** Lets a collection be read. */
    public void up(String collection) {
        owner.at("/v1/" + collection, exchange -> answer(exchange, collection));
    }

    /** Lets every read of a collection fail. */
    public void down(String collection) {
        owner.at("/v1/" + collection, exchange -> exchange.sendResponseHeaders(503, -1));
    }

    /** Records a document, or a new version of one. */
    public void record(String collection, String json) {
        var document = new JsonObject(json);
        revise(collection, document.getString("id"), "changed", false, document);
    }

    /** Records that what was known of a document is put right. */
    public void correct(String collection, String json) {
        var document = new JsonObject(json);
        revise(collection, document.getString("id"), "corrected", true, document);
    }

    /** Takes a document back. */
    public void retract(String collection, String id) {
        revise(collection, id, "retracted", false, null);
    }

    private synchronized void revise(
            String collection, String id, String change, boolean correction, @Nullable JsonObject document) {
        List<Revision> all = of(collection);
        Instant recordedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (!all.isEmpty() && !recordedAt.isAfter(all.getLast().recordedAt)) {
            recordedAt = all.getLast().recordedAt.plus(1, ChronoUnit.MICROS);
        }
        int version = 1 + (int) all.stream().filter(one -> one.id.equals(id)).count();
        JsonObject stored = document == null
                ? null
                : document.copy().put("version", version).put("recordedAt", recordedAt.toString());
        all.add(new Revision(recordedAt, id, version, change, correction, stored));
        broker.publish(stream(collection), change, id, stored == null ? null : stored.encode(), recordedAt);
        owner.at(
                "/v1/" + collection + "/" + id + "/history",
                exchange -> send(exchange, collection, history(collection, id)));
    }

    /** Returns the sequence that a collection's stream has come to. */
    public long head(String collection) {
        return broker.published(stream(collection));
    }

    /** Waits until the gateway reads all collections in time, and knows all their events. */
    public OwnedCollections awaitAll() {
        for (int i = 0; i < 300; i++) {
            String known = given().when().get("/v1/changes?fromNow=true").header("Atlas-Position");
            int missing = given().when().get("/v1/timeline?limit=1").path("missing.size()");
            if (missing == 0
                    && STREAMS.keySet().stream()
                            .allMatch(
                                    name -> List.of(known.split(",", -1)).contains(stream(name) + ":" + head(name)))) {
                return this;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("the gateway does not read all");
    }

    private List<Revision> of(String collection) {
        return Objects.requireNonNull(revisions.get(collection));
    }

    private static String stream(String collection) {
        return Objects.requireNonNull(STREAMS.get(collection));
    }

    private void answer(HttpExchange exchange, String collection) throws IOException {
        Map<String, String> query = query(exchange);
        Instant knownAt = query.containsKey("knownAt") ? Instant.parse(query.getOrDefault("knownAt", "")) : Instant.MAX;
        var items = new JsonArray();
        long total = 0;
        for (JsonObject document : known(collection, knownAt)) {
            if (found(document, query.get("q")) && valid(document, query.get("validAt"))) {
                total++;
                items.add(document);
            }
        }
        send(
                exchange,
                collection,
                new JsonObject().put("next", null).put("total", total).put("items", items));
    }

    private synchronized List<JsonObject> known(String collection, Instant knownAt) {
        var latest = new TreeMap<String, JsonObject>();
        for (Revision revision : of(collection)) {
            if (!revision.recordedAt.isAfter(knownAt)) {
                if (revision.document == null) {
                    latest.remove(revision.id);
                } else {
                    latest.put(revision.id, revision.document);
                }
            }
        }
        return List.copyOf(latest.values());
    }

    private static boolean found(JsonObject document, @Nullable String q) {
        return q == null || document.encode().toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT));
    }

    private static boolean valid(JsonObject document, @Nullable String day) {
        JsonObject validity = document.getJsonObject("validity", new JsonObject());
        return day == null
                || (Objects.requireNonNullElse(validity.getString("from"), "").compareTo(day) <= 0
                        && Objects.requireNonNullElse(validity.getString("to"), "9999")
                                        .compareTo(day)
                                >= 0);
    }

    private synchronized JsonObject history(String collection, String id) {
        var items = new JsonArray();
        for (Revision revision : of(collection)) {
            if (revision.id.equals(id)) {
                items.add(new JsonObject()
                        .put("version", revision.version)
                        .put("change", revision.change)
                        .put("correction", revision.correction)
                        .put("recordedAt", revision.recordedAt.toString())
                        .put("note", null));
            }
        }
        return new JsonObject().put("items", items);
    }

    private void send(HttpExchange exchange, String collection, JsonObject body) throws IOException {
        byte[] bytes = body.encode().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Atlas-Position", stream(collection) + ":" + head(collection));
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new HashMap<String, String>();
        String text = exchange.getRequestURI().getRawQuery();
        for (String pair : (text == null ? "" : text).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private record Revision(
            Instant recordedAt,
            String id,
            int version,
            String change,
            boolean correction,
            @Nullable JsonObject document) {}
}
