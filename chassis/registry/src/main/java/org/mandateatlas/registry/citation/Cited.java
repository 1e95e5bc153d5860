package org.mandateatlas.registry.citation;

import java.util.List;

/** A fact that says where it stands. */
public interface Cited {

    /** Returns where the fact stands and who says otherwise; never without a supporting source. */
    List<Citation> citations();
}
