package org.mandateatlas.torture.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.embedded.FreePort;

/** The proxy passes data on, and delays, holds up and cuts connections on demand. */
class TcpProxyTest {

    private final ServerSocket server;
    private final int port = FreePort.find();
    private final TcpProxy proxy;

    TcpProxyTest() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = TcpProxy.open(port, server.getLocalPort());
    }

    @BeforeEach
    void start() {
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var accepted = server.accept();
                Thread.ofVirtual().start(() -> echo(accepted));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // the client is gone
        }
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void dataArrive() throws IOException {
        try (var client = connect()) {
            assertEquals('a', send(client, 'a'));
            assertEquals('b', send(client, 'b'));
        }
    }

    @Test
    void aSlowConnectionDelaysBothDirections() throws IOException {
        proxy.slow(150);
        try (var client = connect()) {
            var began = Instant.now();
            assertEquals('a', send(client, 'a'));
            assertTrue(Duration.between(began, Instant.now()).toMillis() >= 300);
        }
    }

    @Test
    void heldDataArriveLater() throws IOException {
        proxy.hold(true);
        try (var client = connect()) {
            client.setSoTimeout(300);
            assertThrows(SocketTimeoutException.class, () -> send(client, 'a'));
            proxy.hold(false);
            client.setSoTimeout(10_000);
            assertEquals('a', client.getInputStream().read());
        }
    }

    @Test
    void cutConnectionsEndAndNewOnesWork() throws IOException {
        try (var client = connect()) {
            assertEquals('a', send(client, 'a'));
            proxy.cut();
            client.setSoTimeout(10_000);
            assertEquals(-1, ended(client));
        }
        try (var client = connect()) {
            assertEquals('b', send(client, 'b'));
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static int send(Socket client, int value) throws IOException {
        client.getOutputStream().write(value);
        return client.getInputStream().read();
    }

    /** Returns -1 at the end of the stream, also if it is ended by a reset. */
    private static int ended(Socket client) {
        try {
            return client.getInputStream().read();
        } catch (IOException e) {
            return e instanceof SocketTimeoutException ? 0 : -1;
        }
    }
}
