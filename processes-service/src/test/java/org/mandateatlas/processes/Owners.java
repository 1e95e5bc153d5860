package org.mandateatlas.processes;

import java.util.Map;
import org.mandateatlas.testkit.OtherServices;

/** What institutions-service and functions-service say at their start. */
public class Owners extends OtherServices {

    /** Tells of sources, institutions, instruments and functions. */
    public Owners() {
        super(Map.of(
                "source", "sources",
                "institution", "institutions",
                "instrument", "instruments",
                "function", "functions"));
    }
}
