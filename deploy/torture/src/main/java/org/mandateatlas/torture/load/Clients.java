package org.mandateatlas.torture.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Clients that run in threads of their own until they are stopped together. */
public final class Clients {

    private static final long STOP_MILLIS = 30_000;

    private final List<Client> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    /** Starts a client. */
    public void start(Client client) {
        clients.add(client);
        threads.add(Thread.ofPlatform().daemon().name(client.name()).start(() -> run(client)));
    }

    private void run(Client client) {
        try {
            while (!stopping) {
                client.step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failures.add(new IllegalStateException(client.name() + " has failed", e));
        }
    }

    /** Stops all clients after the operations in progress; fails if one has ended before. */
    public void stop() throws InterruptedException {
        stopping = true;
        clients.forEach(Client::release);
        for (var thread : threads) {
            thread.join(STOP_MILLIS);
        }
        var failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
    }
}
