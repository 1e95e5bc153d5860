package org.mandateatlas.registry;

import java.util.Map;
import java.util.Set;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.time.Times;

/** Resolves display names of documents of other services. */
public interface NameResolver {

    /** Returns up to which position documents of other services are known; names that are read afterwards reflect it at least. */
    Position position();

    /** Returns a position of this service joined with {@link #position()}; to be called before the names are read. */
    default String reflected(String own) {
        return Position.parse(own).floor(position()).toString();
    }

    /** Returns the names of those of the documents that are known, on validAt if it is given and as known at knownAt. */
    Map<Reference, String> names(Set<Reference> documents, Times times);
}
