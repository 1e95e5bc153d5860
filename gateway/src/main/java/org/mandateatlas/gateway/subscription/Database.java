package org.mandateatlas.gateway.subscription;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.gateway.subscription.webhook.WebhooksConfig;

/**
 * Where subscriptions are kept. The gateway starts, and does all else, without it: its schema is brought up to date in the
 * background, tried again until that succeeds.
 */
@Singleton
public class Database {

    private final AgroalDataSource source;
    private final Flyway flyway;
    private final Vertx vertx;
    private final WebhooksConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean ready;

    Database(AgroalDataSource source, Flyway flyway, Vertx vertx, WebhooksConfig config) {
        this.source = source;
        this.flyway = flyway;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("schema").start(this::prepare);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void prepare() {
        boolean failing = false;
        try {
            do {
                try {
                    flyway.migrate();
                    ready = true;
                    return;
                } catch (RuntimeException e) {
                    if (!failing) {
                        Log.warnf(
                                "Subscriptions wait for their database: %s",
                                String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""));
                        failing = true;
                    }
                }
            } while (!stopped.await(config.databaseRetry().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether the schema is known to be up to date; until then every question fails. */
    public boolean isReady() {
        return ready;
    }

    /** Answers a question off the event loop; the answer comes back to where it was asked. */
    public <T extends @Nullable Object> Future<T> ask(CacheKey<T> question) {
        Context asking = vertx.getOrCreateContext();
        Promise<T> answer = Promise.promise();
        Thread.ofVirtual().name("subscriptions").start(() -> {
            try {
                T found = question.answer();
                asking.runOnContext(back -> answer.complete(found));
            } catch (RuntimeException | Error e) {
                asking.runOnContext(back -> answer.fail(e));
            }
        });
        return answer.future();
    }

    /**
     * Does something in one transaction, and waits for it.
     *
     * @throws ProblemException (503) when the database cannot be reached
     */
    public <T extends @Nullable Object> T inTransaction(Transaction<T> transaction) {
        if (!ready) {
            throw unavailable();
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = transaction.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            if (Outage.caused(e)) {
                Log.debugf(e, "The database of subscriptions does not answer");
                throw unavailable();
            }
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                ProblemType.SUBSCRIPTIONS_UNAVAILABLE, "The database that keeps subscriptions cannot be reached.");
    }

    /** What is asked. */
    @FunctionalInterface
    public interface CacheKey<T extends @Nullable Object> {

        /** Waits for the answer. */
        T answer();
    }

    /** What is done in one go or not at all. */
    @FunctionalInterface
    public interface Transaction<T extends @Nullable Object> {

        /** Does it. */
        T run(Connection connection) throws SQLException;
    }
}
