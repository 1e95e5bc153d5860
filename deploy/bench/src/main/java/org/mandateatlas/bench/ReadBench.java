package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.bench.Measurement.Reference;

/** Measures reads of the suite with the bundled dataset, each in turn with its reference. */
final class ReadBench {

    private static final int CONNECTIONS = 16;
    private static final int WARM_UP = 2;
    private static final String MANDATE = "unhcr-international-protection";
    private static final String DOCUMENT = "/v1/mandates/" + MANDATE;
    private static final String DATED = DOCUMENT + "?validAt=2004-12-31";
    private static final String LIST = "/v1/mandates?limit=20";

    private static final Map<String, String> COMPOSITES = composites();

    /** The rate of a list of 20 and that of the bare server in the run that the requirement for lists was derived from. */
    private static final double FORMER_LIST = 3600.0 / 76_800;

    private final ReadOptions options;
    private final MeasuredSuite measured;
    private final PrintStream out;

    ReadBench(ReadOptions options, MeasuredSuite measured, PrintStream out) {
        this.options = options;
        this.measured = measured;
        this.out = out;
    }

    private static Map<String, String> composites() {
        var paths = new LinkedHashMap<String, String>();
        paths.put("cached profile", "/v1/institutions/iom/profile");
        paths.put("cached search", "/v1/search?q=migration");
        paths.put("cached timeline", "/v1/timeline?institution=iom");
        paths.put("cached diff", "/v1/diff?from=1990-01-01&to=2004-01-01");
        return paths;
    }

    /** Starts the references and measures. */
    Results run() throws IOException, InterruptedException {
        Wrk.require();
        var suite = measured.process();
        try (var bare = BareVertx.start(
                        suite.jdbcUrl("institutions"),
                        "institutions",
                        suite.password("institutions"),
                        suite.institutionsPort());
                var nginx = nginx(measured.data(), suite)) {
            return new Run(suite, bare, nginx, measured.data()).measure();
        } catch (SQLException e) {
            throw new IllegalStateException("the reference cannot reach the database", e);
        }
    }

    private static @Nullable Nginx nginx(Path data, SuiteProcess suite) throws IOException, InterruptedException {
        var program = Program.find("nginx");
        return program.isEmpty() ? null : Nginx.start(program.get(), data.resolve("nginx"), suite.institutionsPort());
    }

    /** A run with servers that have started. */
    private final class Run {

        private final SuiteProcess suite;
        private final BareVertx bare;
        private final @Nullable Nginx nginx;
        private final Path folder;
        private final Map<String, URI> cases = new LinkedHashMap<>();
        private final Map<String, Rate> rates = new LinkedHashMap<>();
        private final Results results = new Results(
                "read",
                BenchJson.object(
                        "rounds",
                        options.rounds(),
                        "seconds",
                        options.seconds(),
                        "connections",
                        CONNECTIONS,
                        "constantRate",
                        options.rate()));

        Run(SuiteProcess suite, BareVertx bare, @Nullable Nginx nginx, Path folder) {
            this.suite = suite;
            this.bare = bare;
            this.nginx = nginx;
            this.folder = folder;
        }

        Results measure() throws IOException, InterruptedException {
            var started = suite.residentMebibytes();
            addCases();
            measureRates();
            compareDocuments();
            compareService();
            for (var name : COMPOSITES.keySet()) {
                compare(name, bare(name), Target.ratioAtLeast(0.6, 0.9));
            }
            compareLatencies();
            results.add(new Measurement("resident memory after the start", "MiB", started, null, null, null));
            results.add(new Measurement(
                    "resident memory after the reads",
                    "MiB",
                    suite.residentMebibytes(),
                    null,
                    null,
                    Target.atMost(1200, 900)));
            return results;
        }

        private void addCases() throws IOException, InterruptedException {
            addWithBare("cached document", DOCUMENT);
            if (nginx != null) {
                cases.put("nginx, cached document", nginx.cached(DOCUMENT));
            }
            addWithBare("cached list of 20", LIST);
            cases.put("document at a service", suite.institutions(DOCUMENT));
            cases.put("plain JDBC in Vert.x", bare.mandate(MANDATE));
            cases.put("document with validAt at a service", suite.institutions(DATED));
            cases.put("list of 20 at a service", suite.institutions(LIST));
            for (var each : COMPOSITES.entrySet()) {
                addWithBare(each.getKey(), each.getValue());
            }
        }

        private void addWithBare(String name, String path) throws IOException, InterruptedException {
            cases.put(name, suite.uri(path));
            cases.put(bare(name), bare.returning(PreparedResponse.get(suite.uri(path))));
        }

        private void measureRates() throws IOException, InterruptedException {
            for (var address : cases.values()) {
                Wrk.run(address, CONNECTIONS, Math.min(WARM_UP, options.rounds()) * options.seconds(), null);
            }
            var rounds = new LinkedHashMap<String, List<Rate>>();
            for (var round = 1; round <= options.rounds(); round++) {
                out.printf("read: round %d of %d%n", round, options.rounds());
                for (var each : cases.entrySet()) {
                    rounds.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                            .add(Wrk.run(each.getValue(), CONNECTIONS, options.seconds(), null));
                }
            }
            rounds.forEach((name, measured) -> rates.put(name, Rate.medianByRate(measured)));
        }

        private void compareDocuments() {
            compare("cached document", bare("cached document"), Target.ratioAtLeast(0.75, 0.9));
            if (nginx == null) {
                results.note("nginx is not installed: it is not compared with.");
            } else {
                compare("cached document", "nginx, cached document", Target.ratioAtLeast(0.9, 1.05));
            }
            compare("cached list of 20", bare("cached list of 20"), null);
        }

        private void compareService() {
            compare("document at a service", "plain JDBC in Vert.x", Target.ratioAtLeast(0.8, 0.95));
            compare("document with validAt at a service", "document at a service", Target.ratioAtLeast(0.7, 0.9));
            // 2.5 and 4 times the rate that it once had, both taken relative to the bare server
            compare(
                    "list of 20 at a service",
                    bare("cached document"),
                    Target.ratioAtLeast(2.5 * FORMER_LIST, 4 * FORMER_LIST));
            compare("list of 20 at a service", "document at a service", null);
        }

        private void compare(String name, String reference, @Nullable Target target) {
            var measured = Objects.requireNonNull(rates.get(name));
            var compared = Objects.requireNonNull(rates.get(reference));
            results.add(new Measurement(
                    name,
                    "/s",
                    measured.perSecond(),
                    measured.p99(),
                    new Reference(reference, compared.perSecond(), compared.p99()),
                    target));
        }

        /** Measures how much later uncached responses arrive through a proxy than from the service. */
        private void compareLatencies() throws IOException, InterruptedException {
            if (Program.find("vegeta").isEmpty()) {
                results.note(Vegeta.INSTALL + ": latencies at a constant rate are not measured.");
                return;
            }
            var addresses = new LinkedHashMap<String, URI>();
            addresses.put("service", suite.institutions(DOCUMENT));
            addresses.put("gateway", suite.uri(DOCUMENT));
            addresses.put("bare Vert.x", bare.forwarded(DOCUMENT));
            if (nginx != null) {
                addresses.put("nginx", nginx.uncached(DOCUMENT));
            }
            var rounds = new LinkedHashMap<String, List<Rate>>();
            for (var round = 0; round <= options.rounds(); round++) {
                for (var each : addresses.entrySet()) {
                    var latencies = Vegeta.run(each.getValue(), options.rate(), options.seconds(), folder, results);
                    if (round > 0) {
                        rounds.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                                .add(latencies);
                    }
                }
            }
            var medians = new LinkedHashMap<String, Rate>();
            rounds.forEach((name, measured) -> medians.put(name, Rate.medianByLatency(measured)));
            addLatencies(medians);
        }

        private void addLatencies(Map<String, Rate> medians) {
            var service = Objects.requireNonNull(medians.get("service"));
            var gateway = Objects.requireNonNull(medians.get("gateway"));
            results.add(new Measurement(
                    "uncached document through the gateway, p50",
                    "ms",
                    gateway.p50(),
                    gateway.p99(),
                    new Reference("document at a service, p50", service.p50(), service.p99()),
                    null));
            addAdded(service, gateway, medians.get("nginx"), "nginx", Target.ratioAtMost(1.3, 1));
            addAdded(service, gateway, medians.get("bare Vert.x"), "bare Vert.x", null);
        }

        private void addAdded(Rate service, Rate gateway, @Nullable Rate proxy, String name, @Nullable Target target) {
            results.add(new Measurement(
                    "latency added to an uncached document",
                    "ms",
                    gateway.p50() - service.p50(),
                    gateway.p99(),
                    proxy == null ? null : new Reference("added by " + name, proxy.p50() - service.p50(), proxy.p99()),
                    target));
        }

        private static String bare(String name) {
            return name.replaceFirst("^cached", "bare Vert.x,");
        }
    }
}
