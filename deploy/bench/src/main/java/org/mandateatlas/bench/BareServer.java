package org.mandateatlas.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A reference server that computes nothing and sends prepared bytes. */
final class BareServer implements AutoCloseable {

    private final HttpServer server;

    private BareServer(HttpServer server) {
        this.server = server;
    }

    static BareServer start(int bytes) throws IOException {
        var body = new byte[bytes];
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return new BareServer(server);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
