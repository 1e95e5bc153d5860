package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.bench.Measurement.Reference;

/** Measures writes through the gateway, each in turn with plain inserts into the same PostgreSQL. */
final class WriteBench {

    private static final int WRITERS = 16;
    private static final int BATCH = 1000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final WriteOptions options;
    private final MeasuredSuite suite;
    private final PrintStream out;

    WriteBench(WriteOptions options, MeasuredSuite suite, PrintStream out) {
        this.options = options;
        this.suite = suite;
        this.out = out;
    }

    /** Measures the suite. */
    Results run() throws IOException, InterruptedException {
        Wrk.require();
        var process = suite.process();
        var mandates = new NewMandates(process, suite.data());
        try (var inserts = new PlainInserts(
                process.jdbcUrl("institutions"),
                "institutions",
                process.password("institutions"),
                mandates.content())) {
            return measure(mandates, inserts);
        } catch (SQLException e) {
            throw new IllegalStateException("the reference cannot reach the database", e);
        }
    }

    private Results measure(NewMandates mandates, PlainInserts inserts) throws IOException, InterruptedException {
        var results = new Results(
                "write",
                BenchJson.object(
                        "rounds",
                        options.rounds(),
                        "seconds",
                        options.seconds(),
                        "warmUpSeconds",
                        options.warmUp(),
                        "batch",
                        BATCH));
        var single = new Pair();
        var many = new Pair();
        var batches = new Pair();
        out.println("write: warm-up");
        mandates.create(WRITERS, options.warmUp());
        batches(mandates, options.warmUp());
        mandates.create(1, options.warmUp());
        for (var round = 1; round <= options.rounds(); round++) {
            out.printf("write: round %d of %d%n", round, options.rounds());
            single.add(mandates.create(1, options.seconds()), inserts.insert(1, options.seconds(), 1));
            many.add(mandates.create(WRITERS, options.seconds()), inserts.insert(WRITERS, options.seconds(), 1));
            batches.add(batches(mandates, options.seconds()), inserts.insert(1, options.seconds(), BATCH));
        }
        results.add(single.latency("single writer through the gateway, p50", "plain insert, p50", Target.atMost(8, 5)));
        results.add(
                many.rate(WRITERS + " writers on one stream", WRITERS + " plain writers", Target.atLeast(1500, 4000)));
        results.add(
                batches.rate("batches of 1,000 documents", "plain batches of 1,000 rows", Target.atLeast(3000, 8000)));
        return results;
    }

    /** Sends batches one after the other. */
    private Rate batches(NewMandates mandates, int seconds) throws IOException, InterruptedException {
        var nanos = new ArrayList<Long>();
        var start = System.nanoTime();
        do {
            nanos.add(mandates.createBatch(BATCH));
        } while (System.nanoTime() - start < seconds * NANOS_PER_SECOND);
        var timing = new Timing("batch", 0, nanos, Duration.ZERO);
        var busy = nanos.stream().mapToLong(Long::longValue).sum() / NANOS_PER_SECOND;
        return new Rate(nanos.size() * BATCH / busy, timing.quantile(0.5), timing.quantile(0.99));
    }

    /** The rounds of a measure and of its reference. */
    private static final class Pair {

        private final List<Rate> measured = new ArrayList<>();
        private final List<Rate> compared = new ArrayList<>();

        void add(Rate value, Rate reference) {
            measured.add(value);
            compared.add(reference);
        }

        Measurement latency(String name, String reference, @Nullable Target target) {
            var value = Rate.medianByLatency(measured);
            var other = Rate.medianByLatency(compared);
            return new Measurement(
                    name, "ms", value.p50(), value.p99(), new Reference(reference, other.p50(), other.p99()), target);
        }

        Measurement rate(String name, String reference, @Nullable Target target) {
            var value = Rate.medianByRate(measured);
            var other = Rate.medianByRate(compared);
            return new Measurement(
                    name,
                    "/s",
                    value.perSecond(),
                    value.p99(),
                    new Reference(reference, other.perSecond(), other.p99()),
                    target);
        }
    }
}
