package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.mandateatlas.bench.Measurement.Reference;

/** Measures how long events take after the commit with many connected clients, and how fast the feed is replayed. */
final class EventsBench {

    private static final String TOPIC = GeneratedRevision.topic(MandateGenerator.STREAM);
    private static final String REPLAY = "/v1/changes/stream?stream=mandate&after=mandate:0";
    private static final byte[] ID = "\nid: ".getBytes(StandardCharsets.US_ASCII);
    private static final int WRITERS = 16;
    private static final int ARRIVAL_MILLIS = 3000;
    private static final int WARM_UP = 60;
    private static final int REPLAYS = 3;
    private static final int UNAVAILABLE = 503;
    private static final double NANOS_PER_SECOND = 1e9;

    private final EventsOptions options;
    private final MeasuredSuite measured;
    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    EventsBench(EventsOptions options, MeasuredSuite measured, PrintStream out) {
        this.options = options;
        this.measured = measured;
        this.out = out;
    }

    /** Measures the suite. */
    Results run() throws IOException, InterruptedException {
        Wrk.require();
        var suite = measured.process();
        var results = new Results(
                "events",
                BenchJson.object(
                        "seconds",
                        options.seconds(),
                        "changesPerSecond",
                        options.rate(),
                        "clients",
                        options.clients(),
                        "replayedEvents",
                        options.events()));
        var mandates = new NewMandates(suite, measured.data());
        try {
            measureLatencies(suite, mandates, results);
        } catch (SQLException e) {
            throw new IllegalStateException("commits cannot be observed", e);
        }
        measureReplay(suite, mandates, results);
        return results;
    }

    private void measureLatencies(SuiteProcess suite, NewMandates mandates, Results results)
            throws IOException, InterruptedException, SQLException {
        out.printf("events: %d changes per second with %d clients%n", options.rate(), options.clients());
        try (var clients = FeedClients.connect(suite, options.clients());
                var consumer = TopicReader.ofNewRecords(suite.kafka(), TOPIC)) {
            warmUp(mandates);
            try (var commits =
                    new CommitTimes(suite.jdbcUrl("institutions"), "institutions", suite.password("institutions"))) {
                write(mandates, options.seconds())
                        .forEach(response -> NewMandates.check(response.statusCode(), response.body()));
                Thread.sleep(ARRIVAL_MILLIS);
                var kafka = commits.until("Kafka", consumer.arrivals());
                var live = commits.until("live feed", clients.arrivals());
                var plain = new ReferenceTopic(suite.kafka())
                        .measure(
                                options.rate(),
                                options.seconds(),
                                mandates.content().getBytes(StandardCharsets.UTF_8));
                var reference = new Reference("plain Kafka, p50", plain.quantile(0.5), plain.quantile(0.99));
                results.add(new Measurement(
                        "commit to Kafka consumer, p50",
                        "ms",
                        kafka.quantile(0.5),
                        kafka.quantile(0.99),
                        reference,
                        Target.atMost(5, 3)));
                results.add(new Measurement(
                        "commit to Kafka consumer, p99",
                        "ms",
                        kafka.quantile(0.99),
                        null,
                        new Reference("plain Kafka, p99", plain.quantile(0.99), null),
                        Target.atMost(25, 15)));
                results.add(new Measurement(
                        "commit to the slowest client of the live feed, p50",
                        "ms",
                        live.quantile(0.5),
                        live.quantile(0.99),
                        reference,
                        null));
            }
        }
    }

    /** Writes while code is compiled, in which time the suite may be too busy for some of the writes. */
    private void warmUp(NewMandates mandates) {
        for (var response : write(mandates, Math.min(WARM_UP, 3 * options.seconds()))) {
            if (response.statusCode() != UNAVAILABLE) {
                NewMandates.check(response.statusCode(), response.body());
            }
        }
    }

    /** Creates mandates at a constant rate and returns the responses. */
    private List<HttpResponse<String>> write(NewMandates mandates, int seconds) {
        var responses = new ConcurrentLinkedQueue<CompletableFuture<HttpResponse<String>>>();
        ConstantRate.run(
                options.rate(),
                seconds,
                index -> responses.add(client.sendAsync(mandates.request(), BodyHandlers.ofString())));
        return responses.stream().map(CompletableFuture::join).toList();
    }

    private void measureReplay(SuiteProcess suite, NewMandates mandates, Results results)
            throws IOException, InterruptedException {
        while (TopicReader.size(suite.kafka(), TOPIC) < options.events()) {
            mandates.create(WRITERS, options.seconds());
        }
        // the last events of the writers arrive
        Thread.sleep(ARRIVAL_MILLIS);
        var events = TopicReader.size(suite.kafka(), TOPIC);
        out.printf("events: replaying %d%n", events);
        replay(suite, events);
        TopicReader.replay(suite.kafka(), TOPIC);
        var rates = new double[REPLAYS];
        var plain = new double[REPLAYS];
        for (var round = 0; round < REPLAYS; round++) {
            rates[round] = replay(suite, events);
            plain[round] = TopicReader.replay(suite.kafka(), TOPIC);
        }
        java.util.Arrays.sort(rates);
        java.util.Arrays.sort(plain);
        results.add(new Measurement(
                "feed replay to one reader",
                "/s",
                rates[REPLAYS / 2],
                null,
                new Reference("plain Kafka consumer", plain[REPLAYS / 2], null),
                Target.atLeast(30_000, 80_000)));
    }

    /** Reads the feed from its beginning and returns the events per second. */
    private double replay(SuiteProcess suite, long events) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(suite.uri(REPLAY)).build();
        var start = System.nanoTime();
        try (var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            var buffer = new byte[64 * 1024];
            var found = 0L;
            var matched = 0;
            while (found < events) {
                var length = body.read(buffer);
                if (length < 0) {
                    throw new IllegalStateException("the feed ended after " + found + " of " + events + " events");
                }
                for (var i = 0; i < length; i++) {
                    matched = buffer[i] == ID[matched] ? matched + 1 : buffer[i] == ID[0] ? 1 : 0;
                    if (matched == ID.length) {
                        found++;
                        matched = 0;
                    }
                }
            }
            return events * NANOS_PER_SECOND / (System.nanoTime() - start);
        }
    }
}
