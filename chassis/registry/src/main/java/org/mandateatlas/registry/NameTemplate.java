package org.mandateatlas.registry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Texts with placeholders for the names of documents, such as {@code {institution:iom}}, so that a stored text follows the names
 * of the documents it mentions.
 */
public final class NameTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z-]*):([a-z0-9-]+)}");

    private NameTemplate() {}

    /** Returns the placeholder for the name of a document. */
    public static String placeholder(String stream, String id) {
        return "{" + stream + ":" + id + "}";
    }

    /** Returns the documents that the placeholders refer to. */
    public static Set<Reference> references(String template) {
        var references = new LinkedHashSet<Reference>();
        PLACEHOLDER.matcher(template).results().forEach(place -> references.add(reference(place)));
        return references;
    }

    /** Returns the same documents, each as {@code stream:id}. */
    static List<String> mentions(String template) {
        return references(template).stream()
                .map(reference -> reference.stream() + ":" + reference.id())
                .toList();
    }

    /** Returns the text with the names in their places. */
    public static String fill(String template, Function<Reference, String> names) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(place -> java.util.regex.Matcher.quoteReplacement(names.apply(reference(place))));
    }

    private static Reference reference(java.util.regex.MatchResult place) {
        return Reference.to(place.group(1), place.group(2));
    }
}
