package org.mandateatlas.institutions;

import java.util.Map;
import org.mandateatlas.testkit.OtherServices;

/** What functions-service says at its start. */
public class Functions extends OtherServices {

    /** Tells of its functions. */
    public Functions() {
        super(Map.of("function", "functions"));
    }
}
