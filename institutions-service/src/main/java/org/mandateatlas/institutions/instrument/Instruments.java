package org.mandateatlas.institutions.instrument;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.institutions.fact.Figure;
import org.mandateatlas.institutions.fact.Overlaps;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The collection of instruments: its rules, what it is found by, what it refers to. */
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
    public List<Reference> references(Instrument instrument) {
        var references = new ArrayList<Reference>();
        if (instrument.adoption() != null && instrument.adoption().by() != null) {
            references.add(new Reference(
                    "/adoption/by", "institution", instrument.adoption().by()));
        }
        for (var i = 0; i < instrument.supervisedBy().size(); i++) {
            references.add(new Reference(
                    "/supervisedBy/" + i + "/institution",
                    "institution",
                    instrument.supervisedBy().get(i).institution()));
        }
        if (instrument.partOf() != null) {
            references.add(new Reference("/partOf", "instrument", instrument.partOf()));
        }
        for (var i = 0; i < instrument.supersedes().size(); i++) {
            references.add(new Reference(
                    "/supersedes/" + i + "/instrument",
                    "instrument",
                    instrument.supersedes().get(i).instrument()));
        }
        return references;
    }

    @Override
    public List<Facet> facets(Instrument instrument) {
        var facets = new ArrayList<Facet>();
        facets.add(Facet.of("kind", EnumValues.of(instrument.kind())));
        instrument.inForce().forEach(period -> facets.add(new Facet(IN_FORCE, YES, period.validity())));
        instrument
                .supervisedBy()
                .forEach(supervision ->
                        facets.add(new Facet("supervisedBy", supervision.institution(), supervision.validity())));
        return facets;
    }

    @Override
    public List<String> names(Instrument instrument) {
        var names = new ArrayList<String>();
        names.add(instrument.title());
        if (instrument.shortTitle() != null) {
            names.add(instrument.shortTitle());
        }
        if (instrument.symbol() != null) {
            names.add(instrument.symbol());
        }
        return names;
    }

    @Override
    public List<String> texts(Instrument instrument) {
        var texts = new ArrayList<String>();
        texts.add(instrument.summary());
        instrument.remarks().forEach(remark -> texts.add(remark.text()));
        return texts;
    }

    @Override
    public int searchRank() {
        return 3;
    }
}
