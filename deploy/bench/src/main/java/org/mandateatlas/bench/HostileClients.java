package org.mandateatlas.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Clients of one kind, each with one connection at a time, which they open again after the server has closed it. */
final class HostileClients implements AutoCloseable {

    private static final int PAUSE_MILLIS = 1000;
    private static final int CONNECT_MILLIS = 5000;

    private final InetSocketAddress server;
    private final Behavior behavior;
    private final AtomicInteger connected = new AtomicInteger();
    private final List<Thread> threads;
    private volatile boolean stopped;

    private HostileClients(URI server, int count, Behavior behavior) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.behavior = behavior;
        this.threads = IntStream.range(0, count)
                .mapToObj(number -> Thread.ofVirtual().start(this::run))
                .toList();
    }

    /** Connects clients and returns when all have connected once, or after some seconds. */
    static HostileClients connect(URI server, int count, Behavior behavior) throws InterruptedException {
        var clients = new HostileClients(server, count, behavior);
        for (var waited = 0; waited < CONNECT_MILLIS && clients.connected.get() < count; waited += 100) {
            Thread.sleep(100);
        }
        return clients;
    }

    /** Returns the number of connections that were opened. */
    int connections() {
        return connected.get();
    }

    private void run() {
        try {
            while (!stopped) {
                // At different times, as the server ends what began at the same time at the same time, too.
                Thread.sleep(ThreadLocalRandom.current().nextInt(2 * PAUSE_MILLIS));
                try (var socket = new Socket()) {
                    socket.setReceiveBufferSize(16 * 1024);
                    socket.connect(server);
                    connected.incrementAndGet();
                    behavior.use(socket);
                } catch (IOException e) {
                    // The server has closed the connection.
                }
            }
        } catch (InterruptedException e) {
            // The clients are no longer needed.
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.forEach(Thread::interrupt);
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a client does with a connection. */
    interface Behavior {
        void use(Socket socket) throws IOException, InterruptedException;
    }

    /** Sends bytes at once, and then waits until the server closes the connection or never reads. */
    static Behavior send(String bytes, boolean reads) {
        return socket -> {
            write(socket, bytes);
            if (reads) {
                await(socket);
            } else {
                Thread.sleep(Long.MAX_VALUE);
            }
        };
    }

    /** Sends bytes at once and then one byte per second until the server closes the connection. */
    static Behavior drip(String bytes, String one) {
        return socket -> {
            write(socket, bytes);
            while (true) {
                Thread.sleep(PAUSE_MILLIS);
                write(socket, one);
            }
        };
    }

    private static void write(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void await(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var buffer = new byte[4096];
        while (in.read(buffer) >= 0) {
            // discards the response
        }
    }
}
