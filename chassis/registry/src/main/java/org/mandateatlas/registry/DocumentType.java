package org.mandateatlas.registry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;

/**
 * What the registry must know of one kind of document: its names, its rules, what others may ask for and how its
 * versions differ.
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

    /** Notes what breaks a rule of this kind of document, beyond what every document must keep. */
    void check(D document, Violations violations);

    /** Returns the documents it refers to, besides the sources it cites. */
    List<Reference> references(D document);

    /** Returns what filters find it by. */
    List<Facet> facets(D document);

    /** Returns its names, the most telling first; a search for one of them puts it on top. */
    List<String> names(D document);

    /** Returns the other texts that a search finds it by. */
    List<String> texts(D document);

    /**
     * Names, in the domain's word, how a version differs from the one before: created, changed or ended unless the kind of
     * document has words of its own. Before is null for a new document.
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

    /** Tells whether a document is called by a name of its own, and not after the documents it refers to. */
    default boolean hasOwnName() {
        return true;
    }

    /** Returns the place of the collection among equally good search results, from 0 to 99. */
    default int searchRank() {
        return 50;
    }
}
