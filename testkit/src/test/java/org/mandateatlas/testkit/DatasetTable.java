package org.mandateatlas.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;

/** The page about the extent of the bundled dataset: what it contains for each decade, and how recent it is. */
final class DatasetTable {

    private static final int FIRST_DECADE = 1910;
    private static final int LAST_DECADE = 2020;
    private static final LocalDate RECENT = LocalDate.of(2011, 1, 1);
    private static final List<String> COUNTED =
            List.of("institutions", "mandates", "capacities", "participations", "instruments");

    private final Map<String, List<ObjectNode>> documents = new LinkedHashMap<>();
    private final Map<String, @Nullable PartialDate> publications = new HashMap<>();

    DatasetTable() {
        COUNTED.forEach(collection -> documents.put(collection, Datasets.documents(collection)));
        documents.put("processes", Datasets.documents("processes"));
        documents.put("meetings", Datasets.documents("meetings"));
        Datasets.documents("sources")
                .forEach(source -> publications.put(source.path("id").asText(), date(source.path("published"))));
    }

    /** Returns the page in Markdown. */
    String page() {
        return """
                # Extent of the dataset

                Generated from the bundled dataset; a test fails if it is out of date. CONTRIBUTING tells how to write it again.

                ## Documents by decade

                A document counts in each decade in which it held: institutions, mandates and instruments from their beginning to their
                end, capacities and participations up to the last date for which a source attests them. Figures count in the decade of
                their date.

                %s
                ## Attested after 2010

                A document is attested after 2010 if it began, ended or was last attested after 2010, or if a cited source was published
                after 2010.

                %s
                ## Identifiers

                %s
                """.formatted(decades(), recency(), identifiers());
    }

    private List<ObjectNode> documents(String collection) {
        return documents.getOrDefault(collection, List.of());
    }

    private String decades() {
        var table = new StringBuilder(row(List.of(
                "Decade", "Institutions", "Mandates", "Capacities", "Participations", "Instruments", "Figures")));
        table.append("|---|---|---|---|---|---|---|\n");
        for (var decade = FIRST_DECADE; decade <= LAST_DECADE; decade += 10) {
            var first = LocalDate.of(decade, 1, 1);
            var last = LocalDate.of(decade + 9, 12, 31);
            var cells = new ArrayList<String>();
            cells.add(decade + "s");
            COUNTED.forEach(collection -> cells.add(String.valueOf(documents(collection).stream()
                    .filter(document -> held(document.path("validity"), first, last))
                    .count())));
            cells.add(String.valueOf(figures().stream()
                    .filter(date ->
                            !date.firstDay().isBefore(first) && !date.firstDay().isAfter(last))
                    .count()));
            table.append(row(cells));
        }
        return table.toString();
    }

    private static boolean held(JsonNode validity, LocalDate first, LocalDate last) {
        var from = date(validity.path("from"));
        var to = date(validity.path("to"));
        var end = to == null ? date(validity.path("lastAttested")) : to;
        return (from == null || !from.firstDay().isAfter(last))
                && (end == null || !end.lastDay().isBefore(first));
    }

    private List<PartialDate> figures() {
        return documents.values().stream()
                .flatMap(List::stream)
                .flatMap(document -> document.path("figures").valueStream())
                .map(figure -> date(figure.path("asOf")))
                .toList();
    }

    private String recency() {
        var table = new StringBuilder(row(List.of("Collection", "Documents", "Attested after 2010", "Share")));
        table.append("|---|---|---|---|\n");
        documents.forEach((collection, all) -> {
            var recent = all.stream().filter(this::isRecent).count();
            table.append(row(List.of(
                    collection, String.valueOf(all.size()), String.valueOf(recent), share(recent, all.size()))));
        });
        return table.toString();
    }

    private boolean isRecent(ObjectNode document) {
        return document.findValues("validity").stream()
                        .flatMap(JsonNode::valueStream)
                        .anyMatch(each -> isRecent(date(each)))
                || document.findValues("asOf").stream().anyMatch(each -> isRecent(date(each)))
                || document.findValues("source").stream()
                        .anyMatch(source -> isRecent(publications.get(source.asText())));
    }

    private static boolean isRecent(@Nullable PartialDate date) {
        return date != null && !date.firstDay().isBefore(RECENT);
    }

    private String identifiers() {
        var institutions = documents("institutions");
        var identified = institutions.stream()
                .filter(institution -> !institution.path("identifiers").isEmpty())
                .count();
        var schemes = institutions.stream()
                .flatMap(institution -> institution.path("identifiers").valueStream())
                .collect(Collectors.groupingBy(
                        identifier -> identifier.path("scheme").asText(), TreeMap::new, Collectors.counting()));
        var table = new StringBuilder("%d of %d institutions (%s) have an identifier of another registry.\n\n"
                .formatted(identified, institutions.size(), share(identified, institutions.size())));
        table.append(row(List.of("Scheme", "Institutions"))).append("|---|---|\n");
        schemes.forEach((scheme, count) -> table.append(row(List.of("`" + scheme + "`", String.valueOf(count)))));
        return table.toString();
    }

    private static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%d %%", Math.round(100.0 * part / whole));
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static @Nullable PartialDate date(JsonNode text) {
        return text.isTextual() ? PartialDate.of(text.asText()) : null;
    }
}
