package org.mandateatlas.registry;

import java.util.List;
import java.util.Set;

/** The documents of other services, as far as their owners have said. */
public interface ReferenceResolver {

    /** Returns those of the documents that there are. */
    Set<Reference> living(List<Reference> documents);

    /** Tells whether nothing has been heard of the stream, so that nobody can say what it holds. */
    boolean isSilent(String stream);
}
