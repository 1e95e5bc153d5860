package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.UpstreamServer;

/** The sorted pages of one service in a test: items that are recorded one after the other, and read as of any instant. */
public final class ServicePages {

    private static final JsonMapper JSON = new JsonMapper();

    private final UpstreamServer owner;
    private final String service;
    private final String path;
    private final String stream;
    private final long start;
    private final List<Item> items = new ArrayList<>();
    private final Queue<String> queries = new ConcurrentLinkedQueue<>();

    /** The empty pages of a service, whose position is that of one stream. */
    public ServicePages(UpstreamServer owner, String service, String path, String stream) {
        this(owner, service, path, stream, 0);
    }

    /** The same, of a stream that has come that far without them. */
    public ServicePages(UpstreamServer owner, String service, String path, String stream, long start) {
        this.start = start;
        this.owner = owner;
        this.service = service;
        this.path = path;
        this.stream = stream;
        up();
    }

    /** Makes the pages available. */
    public void up() {
        owner.at(service, path, this::answer);
    }

    /** Makes every read fail. */
    public void down() {
        owner.at(service, path, exchange -> exchange.sendResponseHeaders(503, -1));
    }

    /** Makes every read fail as a bad parameter. */
    public void refuse(String parameter) {
        owner.at(service, path, exchange -> send(exchange, 400, """
                {"type":"/problems/invalid-parameter","title":"","status":400,"detail":"No.",
                 "violations":[{"parameter":"%s","detail":"is wrong"}]}""".formatted(parameter)));
    }

    /** Records an item. */
    public synchronized ServicePages with(String order, String collection, String id) {
        var item = JSON.createObjectNode()
                .put("order", order)
                .put("collection", collection)
                .put("id", id);
        items.add(new Item(order, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(items.size()), item));
        items.sort(Comparator.comparing(Item::order));
        return this;
    }

    /** Returns the queries that were asked. */
    public List<String> queries() {
        return List.copyOf(queries);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        queries.add(query);
        String after = parameter(query, "after");
        String knownAt = parameter(query, "knownAt");
        Instant last = items.stream()
                .map(Item::recordedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant pin = knownAt == null || Instant.parse(knownAt).isAfter(last) ? last : Instant.parse(knownAt);
        int limit = Integer.parseInt(parameter(query, "limit"));
        List<Item> known =
                items.stream().filter(item -> !item.recordedAt.isAfter(pin)).toList();
        List<Item> left = known.stream()
                .filter(item -> after == null || item.order.compareTo(after) > 0)
                .toList();
        List<Item> page = left.subList(0, Math.min(limit, left.size()));
        ObjectNode json = JSON.createObjectNode()
                .put("next", page.size() < left.size() ? page.getLast().order : null)
                .put("total", "true".equals(parameter(query, "withTotal")) ? Integer.valueOf(known.size()) : null)
                .put("position", position())
                .put("knownAt", pin.toString());
        page.forEach(item -> json.withArrayProperty("items").add(item.json));
        send(exchange, 200, JSON.writeValueAsString(json));
    }

    private void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Atlas-Position", position());
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private String position() {
        return stream + ':' + sequence();
    }

    /** Returns how far the stream goes. */
    public long sequence() {
        return start + items.size();
    }

    static @Nullable String parameter(String query, String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + '=')) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    private record Item(String order, Instant recordedAt, ObjectNode json) {}
}
