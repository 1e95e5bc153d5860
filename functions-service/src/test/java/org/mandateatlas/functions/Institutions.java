package org.mandateatlas.functions;

import java.util.Map;
import org.mandateatlas.testkit.OtherServices;

/** What institutions-service says: at its start its dataset, and then what a test lets it say. */
public class Institutions extends OtherServices {

    /** Tells of its sources, institutions and mandates. */
    public Institutions() {
        super(Map.of("source", "sources", "institution", "institutions", "mandate", "mandates"));
    }
}
