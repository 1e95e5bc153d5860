package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mandateatlas.embedded.FreePort;

class PortBalancerTest {

    private final BoundPort port = new BoundPort("PORT", FreePort.find());

    @Test
    void connectionsTakeTurnsAndAServerThatIsGoneGetsNone() throws Exception {
        var one = server("one");
        var two = server("two");
        try (var balancer = PortBalancer.open(port, List.of(portOf(one), portOf(two)))) {
            assertEquals(Set.of("one", "two"), responses());
            one.stop(0);
            assertEquals(Set.of("two"), responses());
        } finally {
            two.stop(0);
        }
    }

    @Test
    void aPortInUseIsReported() {
        try (var balancer = PortBalancer.open(port, List.of())) {
            assertThrows(LauncherFailure.class, () -> PortBalancer.open(port, List.of()));
        }
    }

    private Set<String> responses() throws IOException {
        var responses = new HashSet<String>();
        for (var i = 0; i < 8; i++) {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port.number()).toURL().openConnection();
            connection.setRequestProperty("Connection", "close");
            try (var body = connection.getInputStream()) {
                responses.add(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return responses;
    }

    private static BoundPort portOf(HttpServer server) {
        return new BoundPort("PORT", server.getAddress().getPort());
    }

    private static HttpServer server(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, name.length());
            exchange.getResponseBody().write(name.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }
}
