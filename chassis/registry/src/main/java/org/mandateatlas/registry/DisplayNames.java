package org.mandateatlas.registry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mandateatlas.base.time.Times;

/** The display names of the documents that the results of a query mention; an unknown document is called by its id. */
public final class DisplayNames {

    private final Map<Reference, String> names;

    private DisplayNames(Map<Reference, String> names) {
        this.names = names;
    }

    /**
     * Collects the names of documents.
     *
     * @param templates the texts that contain the names
     * @param own the display name templates of this service's documents
     * @param foreign the names of other services' documents
     * @param times the requested times
     */
    public static DisplayNames of(
            Stream<String> templates, Map<Reference, String> own, NameResolver foreign, Times times) {
        var names = new HashMap<>(own);
        var mentioned = new HashSet<Reference>();
        Stream.concat(templates, own.values().stream())
                .forEach(template -> mentioned.addAll(NameTemplate.references(template)));
        mentioned.removeAll(names.keySet());
        if (!mentioned.isEmpty()) {
            names.putAll(foreign.names(Set.copyOf(mentioned), times));
        }
        return new DisplayNames(names);
    }

    /** Returns a text with the names in place of its placeholders, and of the placeholders in these names. */
    public String fill(String template) {
        return NameTemplate.fill(
                template, reference -> NameTemplate.fill(name(reference), inside -> plain(name(inside), inside)));
    }

    private String name(Reference reference) {
        return names.getOrDefault(reference, reference.id());
    }

    private static String plain(String name, Reference reference) {
        return NameTemplate.references(name).isEmpty() ? name : reference.id();
    }
}
