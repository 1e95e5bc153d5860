package org.mandateatlas.functions.model;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.functions.argument.Argument;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The collection of governance models: what it is found by. */
@Singleton
public class GovernanceModels implements DocumentType<GovernanceModel> {

    @Override
    public String stream() {
        return "governance-model";
    }

    @Override
    public String collection() {
        return "governance-models";
    }

    @Override
    public Class<GovernanceModel> record() {
        return GovernanceModel.class;
    }

    @Override
    public void check(GovernanceModel model, Violations violations) {
        // whatever a model has, its record and the rules of all documents ask for
    }

    @Override
    public List<Reference> references(GovernanceModel model) {
        return List.of();
    }

    @Override
    public List<Facet> facets(GovernanceModel model) {
        return List.of(Facet.of("direction", EnumValues.of(model.direction())));
    }

    @Override
    public List<String> names(GovernanceModel model) {
        return List.of(model.name());
    }

    @Override
    public List<String> texts(GovernanceModel model) {
        var texts = new ArrayList<String>();
        texts.add(model.description());
        texts.addAll(Argument.texts(model.features()));
        texts.addAll(Argument.texts(model.arguments()));
        texts.addAll(Argument.texts(model.obstacles()));
        texts.addAll(Argument.texts(model.examples()));
        return texts;
    }

    @Override
    public int searchRank() {
        return 9;
    }
}
