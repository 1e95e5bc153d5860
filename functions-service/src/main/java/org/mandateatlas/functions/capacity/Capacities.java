package org.mandateatlas.functions.capacity;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.NameTemplate;
import org.mandateatlas.registry.Reference;

/** The collection of capacities: its rules, what it is found by, what it refers to. */
@Singleton
public class Capacities implements DocumentType<Capacity> {

    @Override
    public String stream() {
        return "capacity";
    }

    @Override
    public String collection() {
        return "capacities";
    }

    @Override
    public Class<Capacity> record() {
        return Capacity.class;
    }

    @Override
    public void check(Capacity capacity, Violations violations) {
        capacity.level().checkReason("", capacity.reason(), violations);
    }

    @Override
    public List<Reference> references(Capacity capacity) {
        return List.of(
                new Reference("/institution", "institution", capacity.institution()),
                new Reference("/function", "function", capacity.function()));
    }

    @Override
    public List<Facet> facets(Capacity capacity) {
        var facets = new ArrayList<Facet>();
        facets.add(Facet.of("institution", capacity.institution()));
        facets.add(Facet.of("function", capacity.function()));
        facets.add(Facet.of("level", EnumValues.of(capacity.level())));
        if (capacity.reason() != null) {
            facets.add(Facet.of("reason", EnumValues.of(capacity.reason())));
        }
        capacity.populations().forEach(population -> facets.add(Facet.of("population", EnumValues.of(population))));
        return facets;
    }

    @Override
    public List<String> names(Capacity capacity) {
        return capacity.mechanism() == null ? List.of() : List.of(capacity.mechanism());
    }

    @Override
    public List<String> texts(Capacity capacity) {
        return List.of(capacity.text());
    }

    @Override
    public String displayName(Capacity capacity) {
        return NameTemplate.placeholder("institution", capacity.institution()) + ": "
                + NameTemplate.placeholder("function", capacity.function());
    }

    @Override
    public boolean hasOwnName() {
        return false;
    }

    @Override
    public int searchRank() {
        return 10;
    }
}
