package org.mandateatlas.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Limits how many operations of one kind a client has in progress. */
public final class ClientConcurrency {

    private final Map<String, Integer> inProgress = new ConcurrentHashMap<>();
    private final int maximum;

    /** Limits each client to a number of operations. */
    public ClientConcurrency(int maximum) {
        this.maximum = maximum;
    }

    /**
     * Begins an operation unless the client has the maximum in progress.
     *
     * @return whether it began and must be ended
     */
    public boolean begin(String client) {
        if (inProgress.merge(client, 1, Integer::sum) > maximum) {
            end(client);
            return false;
        }
        return true;
    }

    /** Ends an operation that began. */
    public void end(String client) {
        inProgress.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }

    /** Returns the number of clients with operations in progress. */
    int clients() {
        return inProgress.size();
    }
}
