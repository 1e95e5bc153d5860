package org.mandateatlas.gateway.timeline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.gateway.request.Parameters;

/**
 * Which entries somebody wants. What is given twice passes either; what is not given passes all.
 *
 * @param from the first day; null for no bound
 * @param to the last day; null for no bound
 * @param collections collections of documents
 * @param institutions ids of institutions that an entry is about
 * @param functions ids of functions that an entry is about
 * @param processes ids of processes that an entry is about
 * @param events what happened, as words
 */
record TimelineFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<String> collections,
        Set<String> institutions,
        Set<String> functions,
        Set<String> processes,
        Set<String> events) {

    static TimelineFilter of(Parameters parameters, List<String> collections) {
        LocalDate from = parameters.day("from");
        LocalDate to = parameters.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.parameter("to", "lies before from");
        }
        return new TimelineFilter(
                from,
                to,
                Set.copyOf(parameters.words("collection", collections)),
                Set.copyOf(parameters.slugs("institution")),
                Set.copyOf(parameters.slugs("function")),
                Set.copyOf(parameters.slugs("process")),
                Set.copyOf(parameters.words("event", Happening.words())));
    }

    boolean passes(Entry entry) {
        return entry.date().mayLieWithin(from, to)
                && passes(collections, List.of(entry.collection()))
                && passes(institutions, entry.about().institutions())
                && passes(functions, entry.about().functions())
                && passes(processes, entry.about().processes())
                && passes(events, List.of(entry.event().word()));
    }

    private static boolean passes(Set<String> wanted, Collection<String> had) {
        return wanted.isEmpty() || had.stream().anyMatch(wanted::contains);
    }
}
