package org.mandateatlas.institutions.mandate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mandateatlas.chassis.registry.Facet;
import org.mandateatlas.chassis.time.PartialDate;
import org.mandateatlas.chassis.time.Validity;

/** Who held a mandate when, as the filter by institution asks for it on a day. */
final class MandateHolding {

    /** The name of the facet. */
    static final String FACET = "holder";

    private MandateHolding() {}

    /** Returns the holders: the earlier ones for their periods, the present one for the time after. */
    static List<Facet> of(Mandate mandate) {
        var facets = new ArrayList<Facet>();
        for (var holder : mandate.earlierHolders()) {
            facets.add(new Facet(FACET, holder.institution(), holder.validity()));
        }
        var since = mandate.earlierHolders().stream()
                .map(holder -> holder.validity().lastDay())
                .max(Comparator.naturalOrder())
                .filter(day -> !day.equals(LocalDate.MAX))
                .map(day -> new Validity(PartialDate.of(day.plusDays(1).toString()), null))
                .orElse(Validity.ALWAYS);
        facets.add(new Facet(FACET, mandate.institution(), since));
        return facets;
    }
}
