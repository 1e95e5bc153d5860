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
import org.mandateatlas.functions.snapshot.MandateSnapshot;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.http.Table;
import org.mandateatlas.replication.replica.Version;

/**
 * Mandates on a date that have no review clause, are overdue for review, lapse soon, or are implicitly superseded.
 *
 * @param validAt the valid time
 * @param knownAt the record time, or null for the latest
 * @param position the log position that it is computed from
 * @param items the findings, by kind and mandate
 */
@Schema(
        description = "The mandates of a day whose review is missing or due, that lapse soon, or that were superseded"
                + " without a word.")
public record CoverageReviews(
        LocalDate validAt,
        @Schema(nullable = true) @Nullable Instant knownAt,
        String position,
        @Schema(description = "Findings.") List<ReviewFinding> items) {

    private static final List<String> COLUMNS = List.of(
            "kind",
            "mandate",
            "title",
            "institution",
            "institutionName",
            "functions",
            "status",
            "dueOn",
            "lapsesOn",
            "supersededBy",
            "sources");

    static CoverageReviews of(BitemporalSnapshot snapshot, ReviewFilter filter) {
        var standing = snapshot.registry().mandates().stream()
                .map(Version::content)
                .filter(Objects::nonNull)
                .filter(mandate -> mandate.validity().contains(snapshot.day()))
                .toList();
        var review = new Review(snapshot, filter.within(), superseders(standing));
        return new CoverageReviews(
                snapshot.day(),
                snapshot.registry().knownAt(),
                snapshot.registry().position().toString(),
                standing.stream()
                        .flatMap(mandate -> review.of(mandate).stream())
                        .filter(filter::passes)
                        .sorted(Comparator.comparing(ReviewFinding::kind).thenComparing(ReviewFinding::mandate))
                        .toList());
    }

    private static Map<String, Superseder> superseders(List<MandateSnapshot> standing) {
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

    private record Review(
            BitemporalSnapshot snapshot, GovernanceState state, int within, Map<String, Superseder> superseders) {

        private Review(BitemporalSnapshot snapshot, int within, Map<String, Superseder> superseders) {
            this(snapshot, snapshot.state(false), within, superseders);
        }

        private List<ReviewFinding> of(MandateSnapshot mandate) {
            var findings = new ArrayList<ReviewFinding>();
            var review = mandate.review();
            if (review == null) {
                findings.add(finding(Kind.REVIEW_UNKNOWN, mandate, null, mandate.citations()));
            } else {
                if (!review.clause()) {
                    findings.add(finding(Kind.NO_REVIEW_CLAUSE, mandate, null, review.citations()));
                }
                if (review.dueOn() != null && review.dueOn().lastDay().isBefore(snapshot.day())) {
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

        private boolean lapsesSoon(MandateSnapshot mandate) {
            return mandate.validity().to() != null
                    && !mandate.validity().lastDay().isAfter(snapshot.day().plusDays(within));
        }

        private ReviewFinding finding(
                Kind kind, MandateSnapshot mandate, @Nullable String supersededBy, List<Citation> citations) {
            var holder = mandate.holder(snapshot.day());
            return new ReviewFinding(
                    kind,
                    mandate.id(),
                    mandate.title(),
                    holder,
                    state.institutionState(holder).name(),
                    mandate.functions(),
                    mandate.validity().on(snapshot.day()),
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
                EnumValues.of(finding.status()),
                finding.dueOn(),
                finding.lapsesOn(),
                finding.supersededBy(),
                Table.sources(finding.citations().stream()));
    }
}
