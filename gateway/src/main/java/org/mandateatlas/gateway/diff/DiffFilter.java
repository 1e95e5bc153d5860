package org.mandateatlas.gateway.diff;

import java.util.List;
import java.util.Set;
import org.mandateatlas.gateway.document.Subjects;
import org.mandateatlas.gateway.request.Parameters;

/**
 * Which changes somebody wants. What is given twice passes either; what is not given passes all.
 *
 * @param collections collections of documents
 * @param institutions ids of institutions that a document is about
 * @param functions ids of functions that a document is about
 */
record DiffFilter(Set<String> collections, Set<String> institutions, Set<String> functions) {

    static DiffFilter of(Parameters parameters, List<String> collections) {
        return new DiffFilter(
                Set.copyOf(parameters.words("collection", collections)),
                Set.copyOf(parameters.slugs("institution")),
                Set.copyOf(parameters.slugs("function")));
    }

    boolean passes(String collection, Subjects about) {
        return (collections.isEmpty() || collections.contains(collection))
                && (institutions.isEmpty() || about.institutions().stream().anyMatch(institutions::contains))
                && (functions.isEmpty() || about.functions().stream().anyMatch(functions::contains));
    }
}
