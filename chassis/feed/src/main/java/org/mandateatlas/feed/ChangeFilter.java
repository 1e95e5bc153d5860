package org.mandateatlas.feed;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Selects events. An event matches a list if it matches one of its values; an empty list matches every event.
 *
 * @param types event types; {@code *} stands for any characters
 * @param streams names of streams
 * @param institutions ids of institutions that the event concerns
 * @param functions ids of functions that the event concerns
 * @param subjects ids of documents
 */
public record ChangeFilter(
        List<String> types,
        Set<String> streams,
        Set<String> institutions,
        Set<String> functions,
        Set<String> subjects) {

    /** Selects every event. */
    public static final ChangeFilter ALL = of(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Returns a filter with these values. */
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

    /** Returns whether the filter selects an event. */
    public boolean passes(ChangeEvent event) {
        return (types.isEmpty() || types.stream().anyMatch(type -> matches(type, event.type())))
                && (streams.isEmpty() || streams.contains(event.stream()))
                && (subjects.isEmpty() || subjects.contains(event.subject()))
                && (institutions.isEmpty() || event.institutions().stream().anyMatch(institutions::contains))
                && (functions.isEmpty() || event.functions().stream().anyMatch(functions::contains));
    }

    /** Backtracks to the last asterisk only, so that the time is bounded whatever their number. */
    private static boolean matches(String pattern, String type) {
        int at = 0;
        int star = -1;
        int afterStar = 0;
        for (int i = 0; i < type.length(); ) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                afterStar = i;
            } else if (at < pattern.length() && pattern.charAt(at) == type.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++afterStar;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
