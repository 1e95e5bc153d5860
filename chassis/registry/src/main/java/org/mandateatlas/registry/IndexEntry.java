package org.mandateatlas.registry;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.timeline.DatedItem;
import org.mandateatlas.registry.timeline.TimelineBuilder;

/**
 * The index entry of one version of a document.
 *
 * @param validity when the document is valid
 * @param words the words that a search finds it by
 * @param names its names
 * @param facets the properties that filters find it by
 * @param subjects the institutions, functions and processes that it is about, each as {@code stream=id}
 * @param mentions the institutions and functions that it refers to anywhere or is, each as {@code stream=id}
 * @param boundaries the days on which it changes
 * @param timeline the events on the dates inside it
 */
record IndexEntry(
        Validity validity,
        Set<String> words,
        IndexedNames names,
        Set<Facet> facets,
        List<String> subjects,
        List<String> mentions,
        List<Boundary> boundaries,
        List<DatedItem> timeline) {

    /** The streams of the documents that events name. */
    private static final Set<String> MENTIONED = Set.of("institution", "function");

    /**
     * Derives the index entry of a document.
     *
     * @param sources the sources that the document cites
     */
    static <D extends Document> IndexEntry of(DocumentType<D> type, D document, List<Reference> sources) {
        var names = IndexedNames.of(type, document);
        var words = new LinkedHashSet<>(names.words());
        words.addAll(TextAnalyzer.index(type.texts(document)));
        words.addAll(TextAnalyzer.index(List.of(document.id())));
        var facets = new HashSet<>(type.facets(document));
        sources.forEach(source -> facets.add(Facet.of("source", source.id())));
        names.phrases().forEach(phrase -> facets.add(Facet.of(Facet.NAME, phrase)));
        facets.add(Facet.of(Facet.NAME, TextAnalyzer.phrase(document.id())));
        return new IndexEntry(
                document.validity(),
                words,
                names,
                facets,
                type.subjects(document).stream().map(Reference::term).sorted().toList(),
                mentions(type, document),
                Boundary.of(type, document),
                TimelineBuilder.items(type, document));
    }

    /** Returns the last day for which a source shows the document to hold; null if it holds until its end. */
    @Nullable LocalDate lastAttested() {
        return validity.lastAttested() == null ? null : validity.lastAttestedDay();
    }

    private static <D extends Document> List<String> mentions(DocumentType<D> type, D document) {
        var itself = Reference.to(type.stream(), document.id());
        return Stream.concat(Stream.of(itself), type.references(document).stream())
                .filter(reference -> MENTIONED.contains(reference.stream()))
                .map(Reference::term)
                .distinct()
                .sorted()
                .toList();
    }
}
