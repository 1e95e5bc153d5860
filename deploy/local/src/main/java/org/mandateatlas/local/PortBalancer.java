package org.mandateatlas.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts connections on one port and passes each to a server that is ready, in turn. */
final class PortBalancer implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final long CHECK_MILLIS = 500;

    private final ServerSocket listener;
    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Integer> ready;

    private PortBalancer(ServerSocket listener, List<Integer> ports) {
        this.listener = listener;
        this.ports = ports;
        this.ready = ports;
    }

    /** Starts to listen; the servers may start later. */
    static PortBalancer open(BoundPort port, List<BoundPort> servers) {
        try {
            var listener = new ServerSocket(port.number(), BACKLOG, InetAddress.getLoopbackAddress());
            var balancer = new PortBalancer(
                    listener, servers.stream().map(BoundPort::number).toList());
            Thread.ofVirtual().name("accept").start(balancer::accept);
            Thread.ofVirtual().name("check-readiness").start(balancer::check);
            return balancer;
        } catch (IOException e) {
            throw new LauncherFailure(
                    "Port %d is in use. Stop the program that uses it, or choose another port with %s."
                            .formatted(port.number(), port.variable()),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check() {
        try {
            while (!listener.isClosed()) {
                var found = ports.stream().filter(HealthProbe.HTTP::isReady).toList();
                ready = found.isEmpty() ? ports : found;
                Thread.sleep(CHECK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                Thread.ofVirtual().name("connection").start(() -> serve(client));
            } catch (IOException e) {
                // Closed, or the client is gone.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = connect()) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var responses = Thread.ofVirtual().name("responses").start(() -> {
                copy(server, client);
                closeQuietly(client);
            });
            copy(client, server);
            server.shutdownOutput();
            responses.join();
        } catch (IOException e) {
            // One side is gone; both connections are closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect() throws IOException {
        var candidates = ready;
        var first = turn.getAndIncrement();
        IOException failure = new IOException("No server");
        for (var i = 0; i < candidates.size(); i++) {
            try {
                return new Socket(
                        InetAddress.getLoopbackAddress(), candidates.get(Math.floorMod(first + i, candidates.size())));
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Ends like the end of the stream.
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed anyway.
        }
    }
}
