package org.mandateatlas.registry;

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
}
