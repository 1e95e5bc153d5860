package org.mandateatlas.feed;

import java.util.Collection;
import java.util.List;
import java.util.Set;

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
        List<String> types,
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
                List.copyOf(types),
                Set.copyOf(streams),
                Set.copyOf(institutions),
                Set.copyOf(functions),
                Set.copyOf(subjects));
    }

    /** Tells whether a change is wanted. */
    public boolean passes(ChangeEvent event) {
        return (types.isEmpty() || types.stream().anyMatch(type -> matches(type, event.type())))
                && (streams.isEmpty() || streams.contains(event.stream()))
                && (subjects.isEmpty() || subjects.contains(event.subject()))
                && (institutions.isEmpty() || event.institutions().stream().anyMatch(institutions::contains))
                && (functions.isEmpty() || event.functions().stream().anyMatch(functions::contains));
    }

    /** Goes back to the last star only, and so is quick however many there are. */
    private static boolean matches(String wish, String type) {
        int at = 0;
        int star = -1;
        int afterStar = 0;
        for (int i = 0; i < type.length(); ) {
            if (at < wish.length() && wish.charAt(at) == '*') {
                star = at++;
                afterStar = i;
            } else if (at < wish.length() && wish.charAt(at) == type.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++afterStar;
            } else {
                return false;
            }
        }
        while (at < wish.length() && wish.charAt(at) == '*') {
            at++;
        }
        return at == wish.length();
    }
}
