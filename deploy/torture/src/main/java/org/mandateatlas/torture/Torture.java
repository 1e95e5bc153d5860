package org.mandateatlas.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Utils;
import org.mandateatlas.torture.check.Checker;
import org.mandateatlas.torture.fault.FaultPlan;
import org.mandateatlas.torture.fault.FaultySuite;
import org.mandateatlas.torture.fault.PlannedFault;
import org.mandateatlas.torture.journal.EventSource;
import org.mandateatlas.torture.journal.Journal;
import org.mandateatlas.torture.journal.Journals;
import org.mandateatlas.torture.journal.RunClock;
import org.mandateatlas.torture.load.Clients;
import org.mandateatlas.torture.load.Consumer;
import org.mandateatlas.torture.load.FeedClient;
import org.mandateatlas.torture.load.GatewayClient;
import org.mandateatlas.torture.load.KafkaClient;
import org.mandateatlas.torture.load.Preparation;
import org.mandateatlas.torture.load.Reader;
import org.mandateatlas.torture.load.SharedDocuments;
import org.mandateatlas.torture.load.WebhookReceiver;
import org.mandateatlas.torture.load.Writer;

/** The command {@code ./atlas torture}: a run of faults under load, and the check of what its clients saw. */
public final class Torture {

    private static final int VIOLATED = 1;
    private static final int INVALID_ARGUMENTS = 2;
    private static final int WRITERS = 5;
    private static final int READERS = 5;
    private static final int FEED_CLIENTS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final TortureOptions options;
    private final PrintStream out;
    private final Path folder;
    private final RunClock clock = new RunClock();
    private final List<Journal> journals = new ArrayList<>();
    private final List<Consumer> consumers = new ArrayList<>();
    private final Random random;

    private Torture(TortureOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.folder = options.out().resolve("journals");
        this.random = new Random(options.seed());
    }

    /** Runs the test and exits with 0 if every guarantee held, 1 if one did not, and 2 on invalid arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(List.of(arguments), Path.of(System.getenv().getOrDefault("ATLAS_ROOT", "")), System.out));
    }

    /** Runs the test and returns the exit code. */
    static int run(List<String> arguments, Path root, PrintStream out) throws IOException, InterruptedException {
        TortureOptions options;
        try {
            options = TortureOptions.parse(arguments, root.toAbsolutePath().normalize());
        } catch (IllegalArgumentException e) {
            System.err.println("atlas: " + e.getMessage() + " See ./atlas help.");
            return INVALID_ARGUMENTS;
        }
        var report = new Torture(options, out).run(root.toAbsolutePath().normalize());
        report.print(out);
        report.write(options.out().resolve("report.json"));
        out.println("Journals and report: " + options.out());
        return report.violations().isEmpty() ? 0 : VIOLATED;
    }

    private TortureReport run(Path root) throws IOException, InterruptedException {
        prepareFolder();
        var home = Files.createTempDirectory("mandate-atlas-torture");
        Files.createFile(home.resolve("mandate-atlas")); // the launcher may use this directory
        out.printf(
                "Starting two processes of each component, %d of Kafka; logs in %s%n",
                options.brokers(), home.resolve("logs"));
        TortureReport report;
        try (var suite = FaultySuite.start(root, home, options.brokers());
                var api = new GatewayClient(suite.gateways(), suite.token())) {
            report = run(suite, api);
        } finally {
            journals.forEach(Journal::close);
        }
        if (report.violations().isEmpty()) {
            Utils.delete(home.toFile());
        }
        return report;
    }

    private TortureReport run(FaultySuite suite, GatewayClient api) throws IOException, InterruptedException {
        var documents = new SharedDocuments();
        new Preparation(journal("preparation"), api, clock).run(documents);
        var plan = FaultPlan.of(options.seed(), Duration.ofSeconds(options.seconds()), options.brokers());
        var load = new Clients();
        var listeners = new Clients();
        try (var kafka = new KafkaClient(suite.kafka(), consumer("kafka", EventSource.KAFKA));
                var webhook = new WebhookReceiver(consumer("webhook", EventSource.WEBHOOK))) {
            webhook.subscribe(api);
            listeners.start(kafka);
            for (var i = 1; i <= FEED_CLIENTS; i++) {
                var journal = journal("feed-" + i);
                var consumer = new Consumer(journal, clock, EventSource.FEED);
                consumers.add(consumer);
                listeners.start(new FeedClient(journal, api, consumer, random()));
            }
            startLoad(load, api, documents);
            out.printf("Injecting %d faults in %d s with seed %d%n", plan.size(), options.seconds(), options.seed());
            inject(suite, plan);
            load.stop();
            var settling = Instant.now();
            var report = settle(suite, api, settling);
            listeners.stop();
            return report;
        }
    }

    private void startLoad(Clients load, GatewayClient api, SharedDocuments documents) {
        for (var i = 1; i <= WRITERS; i++) {
            load.start(new Writer(i, journal("writer-" + i), api, documents, clock, random()));
        }
        for (var i = 1; i <= READERS; i++) {
            load.start(new Reader(journal("reader-" + i), api, documents, clock, random()));
        }
    }

    private void inject(FaultySuite suite, List<PlannedFault> plan) throws InterruptedException {
        var injector = suite.injector(journal("faults"), clock);
        var end = Instant.now().plusSeconds(options.seconds());
        injector.run(plan);
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
        injector.end();
    }

    /** Waits until nothing is under way, reads the final state and checks everything. */
    private TortureReport settle(FaultySuite suite, GatewayClient api, Instant began)
            throws IOException, InterruptedException {
        var ready = suite.awaitReadiness(PATIENCE);
        var reader = new FinalStateReader(api);
        var heads = reader.awaitHeads();
        var settled = ready && reader.awaitViews(heads, PATIENCE) && awaitConsumers(heads);
        var millis = Duration.between(began, Instant.now()).toMillis();
        out.printf("%s after %d ms; checking%n", settled ? "Quiet" : "Not quiet", millis);
        var names = new TreeSet<String>();
        consumers.forEach(consumer -> names.add(consumer.name()));
        var entries = Journals.read(folder);
        var state = reader.read(entries, heads, names, suite.verify());
        return new TortureReport(options, entries, state.revisions().size(), millis, Checker.check(entries, state));
    }

    private boolean awaitConsumers(Map<String, Long> heads) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!consumers.stream().allMatch(consumer -> consumer.hasReached(heads))) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }

    private Consumer consumer(String name, EventSource source) {
        var consumer = new Consumer(journal(name), clock, source);
        consumers.add(consumer);
        return consumer;
    }

    private Journal journal(String client) {
        var journal = Journal.create(folder, client);
        journals.add(journal);
        return journal;
    }

    private Random random() {
        return new Random(random.nextLong());
    }

    /** Removes the journals of an earlier run. */
    private void prepareFolder() throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
