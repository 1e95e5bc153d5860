package org.mandateatlas.registry;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.RevisionRepository.ChainEnd;

/**
 * Verifies the hash chain of each stream on a schedule: new revisions at short intervals, the whole log at long ones.
 *
 * <p>The last result is available at any time without reading the log.
 */
@Singleton
public class LogIntegrity {

    private final Clock clock;
    private final DocumentTypes types;
    private final RevisionRepository revisions;
    private final Duration wholeInterval;
    private final Map<String, ChainEnd> verified = new TreeMap<>();
    private volatile @Nullable Result last;

    LogIntegrity(
            Clock clock,
            DocumentTypes types,
            RevisionRepository revisions,
            MeterRegistry meters,
            @ConfigProperty(name = "atlas.integrity.whole-interval", defaultValue = "24h") Duration wholeInterval) {
        this.clock = clock;
        this.types = types;
        this.revisions = revisions;
        this.wholeInterval = wholeInterval;
        meters.gauge("atlas.log.broken.streams", this, integrity -> integrity.measure(result -> result.broken.size()));
        meters.gauge(
                "atlas.log.verified.age.seconds",
                this,
                integrity -> integrity.measure(result ->
                        Duration.between(result.verifiedAt, clock.instant()).toSeconds()));
    }

    /** Verifies what was appended since the last time, or the whole log when that is due. */
    @Scheduled(
            every = "${atlas.integrity.interval:1m}",
            delayed = "${atlas.integrity.delay:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void verifyOnSchedule() {
        var before = last;
        if (before == null || !clock.instant().isBefore(before.wholeVerifiedAt.plus(wholeInterval))) {
            verifyAll();
        } else {
            verifyNew(before.wholeVerifiedAt);
        }
    }

    /** Verifies the whole log. */
    public synchronized Result verifyAll() {
        verified.clear();
        return verifyNew(clock.instant());
    }

    private synchronized Result verifyNew(Instant wholeVerifiedAt) {
        var broken = new TreeMap<String, Long>();
        for (var type : types.list()) {
            var end = verified.getOrDefault(type.stream(), ChainEnd.START);
            var next = verifyBatch(type, end);
            while (next.sequence() > end.sequence() && !next.broken()) {
                end = next;
                next = verifyBatch(type, end);
            }
            verified.put(type.stream(), end);
            if (next.broken()) {
                broken.put(type.stream(), next.sequence());
            }
        }
        var result = new Result(clock.instant(), wholeVerifiedAt, broken);
        if (!broken.isEmpty()) {
            Log.errorf("The hash chain of the log is broken: %s", broken);
        }
        last = result;
        return result;
    }

    private ChainEnd verifyBatch(DocumentType<?> type, ChainEnd end) {
        return QuarkusTransaction.requiringNew().call(() -> revisions.verifyAfter(type.stream(), end));
    }

    /** Returns the last result; null before the first one. */
    @Nullable Result last() {
        return last;
    }

    private double measure(ToDoubleFunction<Result> value) {
        var result = last;
        return result == null ? Double.NaN : value.applyAsDouble(result);
    }

    /**
     * The result of a verification.
     *
     * @param verifiedAt when the log was verified last
     * @param wholeVerifiedAt when the verification began that last included the whole log
     * @param broken the first revision that does not fit, by stream; empty when the log is intact
     */
    public record Result(Instant verifiedAt, Instant wholeVerifiedAt, SortedMap<String, Long> broken) {}
}
