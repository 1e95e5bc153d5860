package org.mandateatlas.registry;

import java.util.List;
import org.mandateatlas.base.problem.Violations;

/** The collection of bridges. */
public class Bridges implements DocumentType<Bridge> {

    @Override
    public String stream() {
        return "bridge";
    }

    @Override
    public String collection() {
        return "bridges";
    }

    @Override
    public Class<Bridge> record() {
        return Bridge.class;
    }

    @Override
    public void check(Bridge bridge, Violations violations) {
        // every bridge will do
    }

    @Override
    public List<Reference> references(Bridge bridge) {
        return List.of();
    }

    @Override
    public List<Facet> facets(Bridge bridge) {
        return List.of();
    }

    @Override
    public List<String> names(Bridge bridge) {
        return List.of(bridge.name());
    }

    @Override
    public List<String> texts(Bridge bridge) {
        return bridge.towns();
    }
}
