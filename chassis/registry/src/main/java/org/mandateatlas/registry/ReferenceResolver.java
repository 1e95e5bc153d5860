package org.mandateatlas.registry;

import java.util.List;
import java.util.Set;

/** Resolves references to documents of other services. */
public interface ReferenceResolver {

    /** Returns those of the documents that there are. */
    Set<Reference> living(List<Reference> documents);

    /** Returns whether nothing has been received from the stream, so that references cannot be resolved. */
    boolean isSilent(String stream);
}
