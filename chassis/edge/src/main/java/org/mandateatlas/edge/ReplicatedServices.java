package org.mandateatlas.edge;

import java.util.List;

/** The services whose replicas are watched. */
public interface ReplicatedServices {

    /** Returns the replicas of each service. */
    List<Replicas> services();
}
