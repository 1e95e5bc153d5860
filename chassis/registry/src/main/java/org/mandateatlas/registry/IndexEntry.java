package org.mandateatlas.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mandateatlas.base.time.Validity;

/**
 * The index entry of one version of a document.
 *
 * @param validity when the document is valid
 * @param words the words that a search finds it by
 * @param facets the properties that filters find it by
 */
record IndexEntry(Validity validity, Set<String> words, Set<Facet> facets) {

    /**
     * Derives the index entry of a document.
     *
     * @param sources the sources that the document cites
     */
    static <D extends Document> IndexEntry of(DocumentType<D> type, D document, List<Reference> sources) {
        var names = new ArrayList<>(type.names(document));
        names.add(document.id());
        var words = new ArrayList<>(names);
        words.addAll(type.texts(document));
        var facets = new HashSet<>(type.facets(document));
        sources.forEach(source -> facets.add(Facet.of("source", source.id())));
        names.stream().flatMap(name -> Facet.ofName(name).stream()).forEach(facets::add);
        return new IndexEntry(document.validity(), TextAnalyzer.index(words), facets);
    }
}
