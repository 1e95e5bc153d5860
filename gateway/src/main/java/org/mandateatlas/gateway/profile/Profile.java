package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.SubRequest;
import org.mandateatlas.gateway.compose.Times;

/** What belongs into the profile of a kind of document. */
interface Profile {

    /** Returns the collection of the documents that have such a profile. */
    String collection();

    /** Returns what to read first. */
    List<SubRequest> parts(String id, Times times);

    /** Returns the names of those of the parts whose documents tell the timeline. */
    Set<String> dated();

    /** Returns what to read because of what was read first. */
    List<SubRequest> further(PartialResult first, Times times);

    /** Writes what was read into the profile. */
    void write(PartialResult composed, KnownNames names, ObjectNode profile);
}
