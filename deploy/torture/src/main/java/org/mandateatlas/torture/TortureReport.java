package org.mandateatlas.torture;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mandateatlas.torture.check.RuleViolation;
import org.mandateatlas.torture.journal.EventEntry;
import org.mandateatlas.torture.journal.EventSource;
import org.mandateatlas.torture.journal.Journals;

/**
 * The report of a run.
 *
 * @param options the options
 * @param revisions the number of revisions in the log
 * @param settledMillis how long it took until every consumer and view was up to date after the last fault
 */
record TortureReport(
        TortureOptions options, Journals journals, int revisions, long settledMillis, List<RuleViolation> violations) {

    private static final int SHOWN = 40;

    /** Prints the report as text. */
    void print(PrintStream out) {
        out.printf(Locale.ROOT, "%nTorture test of %d s with seed %d%n", options.seconds(), options.seed());
        table(out, "faults", faults());
        table(out, "writes", writes());
        table(out, "reads", reads());
        table(out, "events", events());
        takeover(out, "takeover", "fault", "count", "median", "longest", "alone", "median", "longest");
        for (var each : Takeover.of(journals)) {
            takeover(
                    out,
                    each.task(),
                    each.fault(),
                    each.millis().size(),
                    median(each.millis()),
                    longest(each.millis()),
                    each.alone().size(),
                    median(each.alone()),
                    longest(each.alone()));
        }
        out.printf(
                Locale.ROOT,
                "%n%nLongest time from the acknowledgement of a write to its event: Kafka %d ms, feed %d ms, webhook %d ms%n",
                Takeover.longestDelay(journals, EventSource.KAFKA),
                Takeover.longestDelay(journals, EventSource.FEED),
                Takeover.longestDelay(journals, EventSource.WEBHOOK));
        out.printf(
                Locale.ROOT,
                "%d revisions; everything up to date %d ms after the last fault%n",
                revisions,
                settledMillis);
        violations.stream().limit(SHOWN).forEach(violation -> out.println("! " + violation));
        out.printf(Locale.ROOT, "%d violations%n", violations.size());
    }

    private static void takeover(PrintStream out, Object... cells) {
        out.printf(Locale.ROOT, "%n%-14s %-10s %6s %10s %10s %8s %10s %10s", cells);
    }

    private static String median(List<Long> millis) {
        return millis.isEmpty() ? "" : millis.get(millis.size() / 2) + " ms";
    }

    private static String longest(List<Long> millis) {
        return millis.isEmpty() ? "" : millis.getLast() + " ms";
    }

    private static void table(PrintStream out, String title, Map<String, ? extends Map<String, Long>> rows) {
        out.printf("%n%s%n", title);
        rows.forEach((name, counts) -> out.printf(
                "  %-24s %s%n",
                name,
                counts.entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining("   "))));
    }

    /** Writes the report as JSON. */
    void write(Path file) throws IOException {
        var report = new LinkedHashMap<String, Object>();
        report.put("seconds", options.seconds());
        report.put("seed", options.seed());
        report.put("faults", faults());
        report.put("writes", writes());
        report.put("reads", reads());
        report.put("events", events());
        report.put("takeovers", Takeover.of(journals));
        report.put("revisions", revisions);
        report.put("settledMillis", settledMillis);
        report.put("violations", violations);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    }

    private Map<String, Map<String, Long>> faults() {
        return count(
                journals.faults(),
                fault -> fault.kind(),
                fault -> fault.injected() ? fault.target().replaceFirst("-2$", "") : "(skipped)");
    }

    private Map<String, Map<String, Long>> writes() {
        return count(journals.writes(), write -> lower(write.kind()), write -> lower(write.outcome()));
    }

    private Map<String, Map<String, Long>> reads() {
        return count(
                journals.reads(),
                read -> read.document() == null
                        ? read.path().replaceFirst("\\?.*", "")
                        : read.fresh() ? "document, fresh" : "document",
                read -> read.status() == 0 ? "(none)" : Integer.toString(read.status()));
    }

    private Map<String, Map<String, Long>> events() {
        return count(journals.events(), EventEntry::client, EventEntry::stream);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E> Map<String, Map<String, Long>> count(
            List<E> entries, Function<E, String> row, Function<E, String> column) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        row, TreeMap::new, Collectors.groupingBy(column, TreeMap::new, Collectors.counting())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
