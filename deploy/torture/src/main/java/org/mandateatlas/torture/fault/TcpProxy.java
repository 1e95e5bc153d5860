package org.mandateatlas.torture.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A proxy of a TCP server on this machine that can cut, slow down and hold up connections. */
final class TcpProxy implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final int CHUNK = 16 * 1024;
    private static final long HELD_POLL_MILLIS = 20;

    private final ServerSocket listener;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long delayMillis;
    private volatile boolean held;

    private TcpProxy(ServerSocket listener, int server) {
        this.listener = listener;
        this.server = server;
    }

    /** Starts to listen; the server may start later. */
    static TcpProxy open(int port, int server) {
        try {
            var proxy = new TcpProxy(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), server);
            start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Delays each piece of data in both directions; 0 for none. */
    void slow(long millis) {
        delayMillis = millis;
    }

    /** Holds up all data, as a network does that loses every packet. */
    void hold(boolean hold) {
        held = hold;
    }

    /** Closes all connections. */
    void cut() {
        open.forEach(TcpProxy::close);
    }

    /** Starts a thread of its own: on two processors, virtual threads with many connections stall for seconds now and then. */
    private static Thread start(Runnable task) {
        return Thread.ofPlatform().daemon().name("proxy").start(task);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                start(() -> serve(client));
            } catch (IOException e) {
                // closed, or the client is gone
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(upstream);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            var responses = start(() -> {
                copy(upstream, client);
                close(client);
            });
            copy(client, upstream);
            close(upstream);
            responses.join();
            open.remove(upstream);
        } catch (IOException e) {
            // one side is gone; both connections are closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void copy(Socket from, Socket to) {
        var buffer = new byte[CHUNK];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            int length;
            while ((length = in.read(buffer)) >= 0) {
                pause();
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            // like the end of the stream
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() throws InterruptedException {
        var delay = delayMillis;
        if (delay > 0) {
            Thread.sleep(delay);
        }
        while (held) {
            Thread.sleep(HELD_POLL_MILLIS);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed anyway
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
