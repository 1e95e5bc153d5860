package org.mandateatlas.institutions.instrument;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.institutions.fact.Figure;
import org.mandateatlas.institutions.fact.Overlaps;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.timeline.TimelineBuilder;

/** The document type of instruments. */
@Singleton
public class Instruments implements DocumentType<Instrument> {

    /** The facet of the periods in force. */
    static final String IN_FORCE = "inForce";

    /** Its only value. */
    static final String YES = "yes";

    @Override
    public String stream() {
        return "instrument";
    }

    @Override
    public String collection() {
        return "instruments";
    }

    @Override
    public Class<Instrument> record() {
        return Instrument.class;
    }

    @Override
    public void check(Instrument instrument, Violations violations) {
        Overlaps.check("/inForce", instrument.inForce(), period -> true, violations);
        Figure.check(instrument.figures(), violations);
        for (var i = 0; i < instrument.thresholds().size(); i++) {
            Figure.checkValue(
                    "/thresholds/" + i + "/value",
                    instrument.thresholds().get(i).value(),
                    violations);
        }
    }

    @Override
    public List<Facet> facets(Instrument instrument) {
        var facets = new ArrayList<>(DocumentType.super.facets(instrument));
        instrument.inForce().forEach(period -> facets.add(new Facet(IN_FORCE, YES, period.validity())));
        return facets;
    }

    /** Without a known adoption it begins with its validity. */
    @Override
    public void timeline(Instrument instrument, TimelineBuilder timeline) {
        if (instrument.adoption() == null) {
            var validity = instrument.validity();
            timeline.add(validity.from(), "began", timeline.name() + " begins", instrument, validity);
        }
        timeline.addDeclared();
    }

    @Override
    public int searchRank() {
        return 3;
    }
}
