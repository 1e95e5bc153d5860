package org.mandateatlas.functions.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.functions.coverage.ReviewFinding.Kind;
import org.mandateatlas.functions.ledger.Mandate;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.http.Table;
import org.mandateatlas.replication.replica.Version;

/**
 * The mandates of a day whose review is missing or due, that lapse soon, or that were superseded without a word.
 *
 * @param validAt the day of the world
 * @param knownAt the instant of our knowledge; null for the latest
 * @param position the point of the logs that it rests on
 * @param items what was found, by kind and mandate
 */
@Schema(
        description = "The mandates of a day whose review is missing or due, that lapse soon, or that were superseded"
                + " without a word.")
public record CoverageReviews(
        LocalDate validAt,
        @Schema(nullable = true) @Nullable Instant knownAt,
        String position,
        List<ReviewFinding> items) {

    private static final List<String> COLUMNS = List.of(
            "kind",
            "mandate",
            "title",
            "institution",
            "institutionName",
            "functions",
            "dueOn",
            "lapsesOn",
            "supersededBy",
            "sources");

    static CoverageReviews of(Moment moment, ReviewFilter filter) {
        var standing = moment.known().mandates().stream()
                .map(Version::content)
                .filter(Objects::nonNull)
                .filter(mandate -> mandate.validity().contains(moment.day()))
                .toList();
        var review = new Review(moment, filter.within(), superseders(standing));
        return new CoverageReviews(
                moment.day(),
                moment.known().knownAt(),
                moment.known().position().toString(),
                standing.stream()
                        .flatMap(mandate -> review.of(mandate).stream())
                        .filter(filter::passes)
                        .sorted(Comparator.comparing(ReviewFinding::kind).thenComparing(ReviewFinding::mandate))
                        .toList());
    }

    private static Map<String, Superseder> superseders(List<Mandate> standing) {
        var superseders = new HashMap<String, Superseder>();
        for (var mandate : standing) {
            for (var superseded : mandate.supersedes()) {
                if ("implicit".equals(superseded.manner())) {
                    superseders.put(superseded.mandate(), new Superseder(mandate.id(), superseded.citations()));
                }
            }
        }
        return superseders;
    }

    private record Superseder(String mandate, List<Citation> citations) {}

    private record Review(Moment moment, GovernanceState world, int within, Map<String, Superseder> superseders) {

        private Review(Moment moment, int within, Map<String, Superseder> superseders) {
            this(moment, moment.world(), within, superseders);
        }

        private List<ReviewFinding> of(Mandate mandate) {
            var findings = new ArrayList<ReviewFinding>();
            var review = mandate.review();
            if (review == null) {
                findings.add(finding(Kind.REVIEW_UNKNOWN, mandate, null, mandate.citations()));
            } else {
                if (!review.clause()) {
                    findings.add(finding(Kind.NO_REVIEW_CLAUSE, mandate, null, review.citations()));
                }
                if (review.dueOn() != null && review.dueOn().lastDay().isBefore(moment.day())) {
                    findings.add(finding(Kind.OVERDUE, mandate, null, review.citations()));
                }
            }
            if (lapsesSoon(mandate)) {
                findings.add(finding(Kind.LAPSING, mandate, null, mandate.citations()));
            }
            var superseder = superseders.get(mandate.id());
            if (superseder != null) {
                findings.add(
                        finding(Kind.IMPLICITLY_SUPERSEDED, mandate, superseder.mandate(), superseder.citations()));
            }
            return findings;
        }

        private boolean lapsesSoon(Mandate mandate) {
            return mandate.validity().to() != null
                    && !mandate.validity().lastDay().isAfter(moment.day().plusDays(within));
        }

        private ReviewFinding finding(
                Kind kind, Mandate mandate, @Nullable String supersededBy, List<Citation> citations) {
            var holder = mandate.holder(moment.day());
            return new ReviewFinding(
                    kind,
                    mandate.id(),
                    mandate.title(),
                    holder,
                    world.placement(holder).name(),
                    mandate.functions(),
                    mandate.review() == null ? null : mandate.review().dueOn(),
                    mandate.validity().to(),
                    supersededBy,
                    citations);
        }
    }

    Table table() {
        return new Table(COLUMNS, items.stream().map(CoverageReviews::row));
    }

    private static List<@Nullable Object> row(ReviewFinding finding) {
        return Arrays.asList(
                EnumValues.of(finding.kind()),
                finding.mandate(),
                finding.title(),
                finding.institution(),
                finding.institutionName(),
                Table.joined(finding.functions().stream()),
                finding.dueOn(),
                finding.lapsesOn(),
                finding.supersededBy(),
                Table.sources(finding.citations().stream()));
    }
}
