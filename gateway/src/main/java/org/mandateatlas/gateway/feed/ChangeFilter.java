package org.mandateatlas.gateway.feed;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which changes somebody wants. What is given twice passes either; what is not given passes all.
 *
 * @param types types of events; a {@code *} stands for any characters
 * @param streams streams
 * @param institutions ids of institutions that the document names or is
 * @param functions ids of functions that the document names or is
 * @param subjects ids of documents
 */
public record ChangeFilter(
        List<Pattern> types,
        Set<String> streams,
        Set<String> institutions,
        Set<String> functions,
        Set<String> subjects) {

    /** Passes every change. */
    public static final ChangeFilter ALL = of(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Returns the filter of those wishes. */
    public static ChangeFilter of(
            Collection<String> types,
            Collection<String> streams,
            Collection<String> institutions,
            Collection<String> functions,
            Collection<String> subjects) {
        return new ChangeFilter(
                types.stream().map(ChangeFilter::pattern).toList(),
                Set.copyOf(streams),
                Set.copyOf(institutions),
                Set.copyOf(functions),
                Set.copyOf(subjects));
    }

    /** Runs of stars are one, so that none takes long. */
    private static Pattern pattern(String wish) {
        return Pattern.compile(
                List.of(wish.split("\\*+", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** Tells whether a change is wanted. */
    public boolean passes(ChangeEvent event) {
        return (types.isEmpty()
                        || types.stream()
                                .anyMatch(type -> type.matcher(event.type()).matches()))
                && (streams.isEmpty() || streams.contains(event.stream()))
                && (subjects.isEmpty() || subjects.contains(event.subject()))
                && (institutions.isEmpty() || event.institutions().stream().anyMatch(institutions::contains))
                && (functions.isEmpty() || event.functions().stream().anyMatch(functions::contains));
    }
}
