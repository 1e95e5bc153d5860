package org.mandateatlas.registry.citation;

import java.util.List;

/** A fact with citations. */
public interface Cited {

    /** Returns the supporting and contradicting citations, with at least one supporting. */
    List<Citation> citations();
}
