package org.mandateatlas.registry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mandateatlas.base.problem.Outage;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.registry.Append.Outcome;

/**
 * Commits the writes that wait for a stream together: one of the writers appends all of them in one transaction, and each has its own
 * outcome. So a stream takes more writes the more writers wait, and waiting writers hold no connection.
 */
@ApplicationScoped
class GroupCommit {

    private static final int LARGEST_GROUP = 200;

    private final Map<String, Queue> queues = new ConcurrentHashMap<>();
    private final AppendRepository revisions;
    private final Event<RevisionCommitted> committed;
    private final Duration patience;

    GroupCommit(
            AppendRepository revisions,
            Event<RevisionCommitted> committed,
            @ConfigProperty(name = "atlas.registry.lock-timeout", defaultValue = "5s") Duration lockTimeout) {
        this.revisions = revisions;
        this.committed = committed;
        this.patience = lockTimeout;
    }

    /**
     * Appends and commits.
     *
     * @throws ProblemException 503 if earlier writes of the stream take too long
     */
    Outcome append(Append append) {
        var queue = queues.computeIfAbsent(append.draft().stream(), stream -> new Queue());
        var waiting = new Waiting(append, new CompletableFuture<>());
        queue.waiting.add(waiting);
        if (takesTurn(queue, waiting)) {
            try {
                while (!waiting.outcome.isDone()) {
                    commit(append.draft().stream(), queue.next());
                }
            } finally {
                queue.turn.unlock();
            }
        }
        return waiting.join();
    }

    /**
     * Appends and commits all or, unless each of them can be appended, none.
     *
     * @param appends appends of different documents
     * @return one outcome for each, in the same order
     * @throws ProblemException 503 if earlier writes of the stream take too long
     */
    List<Outcome> appendTogether(String stream, List<Append> appends) {
        var queue = queues.computeIfAbsent(stream, name -> new Queue());
        if (!queue.takeTurn(patience)) {
            throw tooLong();
        }
        try {
            var outcomes = QuarkusTransaction.requiringNew().call(() -> revisions.appendTogether(stream, appends));
            announce(stream, outcomes);
            return outcomes;
        } finally {
            queue.turn.unlock();
        }
    }

    private void announce(String stream, List<Outcome> outcomes) {
        if (outcomes.stream().anyMatch(Outcome.Appended.class::isInstance)) {
            committed.fire(new RevisionCommitted(stream));
        }
    }

    private static ProblemException tooLong() {
        return new ProblemException(ProblemType.SERVICE_UNAVAILABLE, "Other writes take too long.");
    }

    private boolean takesTurn(Queue queue, Waiting waiting) {
        try {
            var turn = queue.takeTurn(patience);
            if (!turn && queue.waiting.remove(waiting)) {
                throw tooLong();
            }
            return turn;
        } catch (IllegalStateException e) {
            queue.waiting.remove(waiting);
            throw e;
        }
    }

    private void commit(String stream, List<Waiting> group) {
        try {
            var outcomes = QuarkusTransaction.requiringNew()
                    .call(() -> revisions.append(
                            stream, group.stream().map(Waiting::append).toList()));
            announce(stream, outcomes);
            for (var i = 0; i < group.size(); i++) {
                group.get(i).outcome.complete(outcomes.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (group.size() == 1 || e instanceof Error || Outage.caused(e)) {
                group.forEach(waiting -> waiting.outcome.completeExceptionally(e));
            } else {
                // one of them is to blame: the others must not suffer
                group.forEach(waiting -> commit(stream, List.of(waiting)));
            }
        }
    }

    private static final class Queue {

        private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
        private final ReentrantLock turn = new ReentrantLock();

        private boolean takeTurn(Duration patience) {
            try {
                return turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for other writes", e);
            }
        }

        private List<Waiting> next() {
            var group = new ArrayList<Waiting>();
            while (group.size() < LARGEST_GROUP) {
                var next = waiting.poll();
                if (next == null) {
                    break;
                }
                group.add(next);
            }
            return group;
        }
    }

    private record Waiting(Append append, CompletableFuture<Outcome> outcome) {

        private Outcome join() {
            try {
                return outcome.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }
    }
}
