package org.mandateatlas.institutions.mandate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.institutions.mandate.Mandate.Holder;
import org.mandateatlas.registry.Facet;

/** The holders of a mandate over time, for the filter by institution. */
final class MandateHolding {

    /** The name of the facet. */
    static final String FACET = "holder";

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private MandateHolding() {}

    /** Returns the holders: earlier ones for their periods, the current one for all other days. */
    static List<Facet> of(Mandate mandate) {
        var facets = new ArrayList<Facet>();
        var free = FIRST;
        for (var holder : inOrder(mandate.earlierHolders())) {
            facets.add(new Facet(FACET, holder.institution(), holder.validity()));
            var first = holder.validity().firstDay();
            var last = holder.validity().lastDay();
            if (free.isBefore(first)) {
                facets.add(new Facet(FACET, mandate.institution(), period(free, first.minusDays(1))));
            }
            if (!last.isBefore(free)) {
                free = last.isBefore(LAST) ? last.plusDays(1) : LocalDate.MAX;
            }
        }
        if (!free.isAfter(LAST)) {
            facets.add(new Facet(FACET, mandate.institution(), period(free, LAST)));
        }
        return facets;
    }

    private static List<Holder> inOrder(List<Holder> holders) {
        return holders.stream()
                .sorted(Comparator.comparing(
                        (Holder holder) -> holder.validity().firstDay()))
                .toList();
    }

    private static Validity period(LocalDate first, LocalDate last) {
        return new Validity(
                first.equals(FIRST) ? null : PartialDate.of(first.toString()),
                last.equals(LAST) ? null : PartialDate.of(last.toString()));
    }
}
