package org.mandateatlas.registry.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Observation;
import org.mandateatlas.base.time.Occurrence;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;

/** A record with a component of each declared kind. */
record Port(
        @Name String name,
        @Name @Nullable String nickname,
        @References("town") @EarlierValues("earlierTowns") String town,
        @References("river") List<String> rivers,
        List<EarlierTown> earlierTowns,
        List<Line> lines,
        List<Tonnage> tonnages,
        List<Visit> visits,
        List<Work> works,
        @Nullable Charter charter,
        Validity validity) {

    record EarlierTown(@References("town") String town, Validity validity) implements Dated {}

    record Line(
            @References("port") @Filterable("connectedTo") String port, List<Ship> ships, Validity validity)
            implements Dated {}

    record Ship(@SearchText String name, Validity validity) implements Dated {}

    record Tonnage(String measure, int value, PartialDate asOf) implements Observation {}

    record Visit(@SearchText String text, @Nullable PartialDate occurredOn) implements Occurrence {}

    record Charter(@Filterable Kind kind, List<Clause> clauses) {}

    record Clause(@SearchText String text, Validity validity) implements Dated {}

    sealed interface Work {}

    record Dredging(@References("river") String river) implements Work {}

    record Building(@SearchText String text) implements Work {}

    enum Kind {
        ROYAL
    }
}
