package org.mandateatlas.institutions.mandate;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.institutions.fact.Overlaps;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.timeline.TimelineBuilder;

/** The document type of mandates. */
@Singleton
public class Mandates implements DocumentType<Mandate> {

    @Override
    public String stream() {
        return "mandate";
    }

    @Override
    public String collection() {
        return "mandates";
    }

    @Override
    public Class<Mandate> record() {
        return Mandate.class;
    }

    @Override
    public void check(Mandate mandate, Violations violations) {
        if (mandate.functions().isEmpty()) {
            violations.add("/functions", "must not be empty");
        }
        var seen = new HashSet<String>();
        for (var i = 0; i < mandate.functions().size(); i++) {
            if (!seen.add(mandate.functions().get(i))) {
                violations.add("/functions/" + i, "is a duplicate");
            }
        }
        if (mandate.provision() != null && mandate.instrument() == null) {
            violations.add("/provision", "requires an instrument");
        }
        for (var i = 0; i < mandate.earlierHolders().size(); i++) {
            if (mandate.earlierHolders().get(i).validity().to() == null) {
                violations.add("/earlierHolders/" + i + "/validity/to", "is required for an earlier holder");
            }
        }
        Overlaps.check("/earlierHolders", mandate.earlierHolders(), holder -> true, violations);
    }

    @Override
    public List<Facet> facets(Mandate mandate) {
        var facets = new ArrayList<>(DocumentType.super.facets(mandate));
        facets.addAll(MandateHolding.of(mandate));
        facets.add(Facet.of("hasReviewClause", EnumValues.of(ReviewClause.of(mandate.review()))));
        return facets;
    }

    @Override
    public String change(@Nullable Mandate before, Mandate after) {
        return MandateChange.between(before, after);
    }

    @Override
    public void timeline(Mandate mandate, TimelineBuilder timeline) {
        MandateTimeline.add(mandate, timeline);
    }

    @Override
    public int searchRank() {
        return 4;
    }
}
