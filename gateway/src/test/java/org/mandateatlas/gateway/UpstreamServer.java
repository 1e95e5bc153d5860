package org.mandateatlas.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A real HTTP server in the place of an owner: it answers as it is told, and else tells what it was asked. */
public final class UpstreamServer implements AutoCloseable {

    /** Needs nothing that is looked for where the thread of a request says, unlike Vert.x. */
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final Map<String, HttpServer> services = new ConcurrentHashMap<>();
    private final HttpServer server;

    private UpstreamServer(int port) throws IOException {
        server = listen("", port);
    }

    private HttpServer listen(String service, int port) throws IOException {
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        listener.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        listener.createContext("/", exchange -> handle(service, exchange));
        listener.start();
        return listener;
    }

    /** Starts one on a port, or on any free one if that is 0. */
    public static UpstreamServer start(int port) {
        try {
            return new UpstreamServer(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns where one of several services is, which have their addresses for themselves. */
    public String url(String service) {
        HttpServer listener = services.computeIfAbsent(service, name -> {
            try {
                return listen(name, 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return "http://127.0.0.1:" + listener.getAddress().getPort();
    }

    /** Sets the response of one service to a path. */
    public void at(String service, String path, HttpHandler answer) {
        answers.put(service + path, answer);
    }

    /** Sets the response of all services to a path. */
    public void at(String path, HttpHandler answer) {
        answers.put(path, answer);
    }

    /** Forgets how paths are answered, as other tests have said. */
    public void forget() {
        answers.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        services.values().forEach(service -> service.stop(0));
    }

    private void handle(String service, HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            HttpHandler anyService = answers.getOrDefault(path, UpstreamServer::tellWhatWasAsked);
            answers.getOrDefault(service + path, anyService).handle(exchange);
        }
    }

    private static void tellWhatWasAsked(HttpExchange exchange) throws IOException {
        var asked = JSON.createObjectNode();
        var headers = JSON.createObjectNode();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join("|", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.put("method", exchange.getRequestMethod())
                .put("uri", exchange.getRequestURI().toString())
                .<ObjectNode>set("headers", headers)
                .put("body", body);
        byte[] told = JSON.writeValueAsBytes(asked);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(told.length));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : told.length);
        if (!head) {
            exchange.getResponseBody().write(told);
        }
    }
}
