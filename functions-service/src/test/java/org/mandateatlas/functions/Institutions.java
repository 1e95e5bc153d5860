package org.mandateatlas.functions;

import java.util.Map;
import org.mandateatlas.testkit.OtherServices;

/** Stands in for institutions-service: publishes its dataset at startup, and documents of tests later. */
public class Institutions extends OtherServices {

    /** Tells of its sources, institutions and mandates. */
    public Institutions() {
        super(Map.of("source", "sources", "institution", "institutions", "mandate", "mandates"));
    }
}
