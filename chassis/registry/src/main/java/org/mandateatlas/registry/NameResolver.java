package org.mandateatlas.registry;

import java.util.Map;
import java.util.Set;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.time.Times;

/** Resolves display names of documents of other services. */
public interface NameResolver {

    /** Returns up to which position documents of other services are known; names that are read afterwards reflect it at least. */
    Position position();

    /** Returns the names of those of the documents that are known, on validAt if it is given and as known at knownAt. */
    Map<Reference, String> names(Set<Reference> documents, Times times);
}
