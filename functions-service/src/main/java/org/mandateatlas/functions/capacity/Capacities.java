package org.mandateatlas.functions.capacity;

import jakarta.inject.Singleton;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.NameTemplate;

/** The document type of capacities. */
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
