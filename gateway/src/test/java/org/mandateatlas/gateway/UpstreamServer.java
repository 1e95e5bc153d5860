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
    private final HttpServer server;

    private UpstreamServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    /** Starts one on a port, or on any free one if that is 0. */
    public static UpstreamServer start(int port) {
        try {
            var owner = new UpstreamServer(port);
            owner.server.start();
            return owner;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Says how a path is answered from now on. */
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
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answers.getOrDefault(exchange.getRequestURI().getPath(), UpstreamServer::tellWhatWasAsked)
                    .handle(exchange);
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
