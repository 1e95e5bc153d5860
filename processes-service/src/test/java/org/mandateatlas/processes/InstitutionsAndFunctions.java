package org.mandateatlas.processes;

import java.util.Map;
import org.mandateatlas.testkit.OtherServices;

/** Stands in for institutions-service and functions-service: publishes their datasets at startup. */
public class InstitutionsAndFunctions extends OtherServices {

    /** Tells of sources, institutions, instruments and functions. */
    public InstitutionsAndFunctions() {
        super(Map.of(
                "source", "sources",
                "institution", "institutions",
                "instrument", "instruments",
                "function", "functions"));
    }
}
