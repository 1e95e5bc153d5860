package org.mandateatlas.registry;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.timeline.TimelineBuilder;

/**
 * One kind of document: its stream, its collection, its record, and the rules and words that need code. Everything else
 * follows from the annotations of the record, see {@link DocumentModel}.
 *
 * @param <D> the document
 */
public interface DocumentType<D extends Document> {

    /** The streams of which events and timelines name the documents that something is about. */
    Set<String> SUBJECTS = Set.of("institution", "function", "process");

    /** Returns the stream, in the singular: {@code mandate}. */
    String stream();

    /** Returns the collection, in the plural: {@code mandates}. */
    String collection();

    /** Returns the record. */
    Class<D> record();

    /** Adds a violation for each rule of this kind of document that the document breaks; the rules of all documents hold. */
    default void check(D document, Violations violations) {
        // no rules beyond those of all documents
    }

    /** Returns what the record declares. */
    default DocumentModel<D> model() {
        return DocumentModel.of(record());
    }

    /** Returns the documents it refers to, apart from cited sources. */
    default List<Reference> references(D document) {
        return model().references(document);
    }

    /** Returns the filterable values; a kind of document may compute more than its record declares. */
    default List<Facet> facets(D document) {
        return model().facets(document);
    }

    /** Returns the IRIs under which others know what the document is about. */
    default List<String> sameAs(D document) {
        return List.of();
    }

    /** Returns its names, the most important first. */
    default List<String> names(D document) {
        return model().names(document).stream().map(TextValue::text).toList();
    }

    /** Returns the other texts that a search finds it by. */
    default List<String> texts(D document) {
        return model().texts(document).stream().map(TextValue::text).toList();
    }

    /** Returns the view of the document on a day. */
    default D at(D document, LocalDate day) {
        return model().view(document, day);
    }

    /**
     * Returns the change type between two versions: created, changed or ended, unless the kind of document defines others. The previous version is null for a new document.
     */
    default String change(@Nullable D before, D after) {
        return EndOrChange.between(before, after);
    }

    /** Returns the word for a change that is an end, and so happened at the end of the validity. */
    default String ending() {
        return EndOrChange.ENDED;
    }

    /** Returns the institutions, functions and processes that the document is about: those it refers to, and itself. */
    default Set<Reference> subjects(D document) {
        var itself = Reference.to(stream(), document.id());
        var subjects = new LinkedHashSet<Reference>();
        Stream.concat(Stream.of(itself), references(document).stream().map(Reference::target))
                .filter(subject -> SUBJECTS.contains(subject.stream()))
                .forEach(subjects::add);
        return subjects;
    }

    /** Adds the timeline of the document; a kind of document may add more entries than its record declares. */
    default void timeline(D document, TimelineBuilder timeline) {
        timeline.addDeclared();
    }

    /**
     * Returns the display name, a {@link NameTemplate}: by default what the record calls its name or title, else the id.
     */
    default String displayName(D document) {
        var tree = DocumentJson.tree(document);
        for (var field : List.of("name", "title")) {
            if (tree.path(field).isTextual()) {
                return tree.get(field).textValue();
            }
        }
        return document.id();
    }

    /** Returns whether a document has its own name, rather than one made from the names of the documents it refers to. */
    default boolean hasOwnName() {
        return true;
    }

    /** Returns the place of the collection among equally good search results, from 0 to 99. */
    default int searchRank() {
        return 50;
    }
}
