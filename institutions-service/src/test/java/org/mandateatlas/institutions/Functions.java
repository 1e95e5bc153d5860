package org.mandateatlas.institutions;

import java.util.Map;
import org.mandateatlas.testkit.OtherServices;

/** Stands in for functions-service: publishes its dataset at startup. */
public class Functions extends OtherServices {

    /** Tells of its functions. */
    public Functions() {
        super(Map.of("function", "functions"));
    }
}
