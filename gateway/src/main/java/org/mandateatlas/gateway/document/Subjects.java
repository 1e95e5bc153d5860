package org.mandateatlas.gateway.document;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a document, or a part of one, is about.
 *
 * @param institutions ids of institutions
 * @param functions ids of functions
 * @param processes ids of processes
 */
public record Subjects(SortedSet<String> institutions, SortedSet<String> functions, SortedSet<String> processes) {

    /** Returns what a document as a whole is about: itself, its holder, its performer, those who take part. */
    public static Subjects of(Document document) {
        var about = new Subjects(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        Fact fact = document.fact();
        switch (document.collection()) {
            case "institutions" -> about.institutions.add(document.id());
            case "functions" -> about.functions.add(document.id());
            case "processes" -> about.processes.add(document.id());
            case "mandates" ->
                fact.items("earlierHolders").forEach(holder -> add(about.institutions, holder.text("institution")));
            case "instruments" -> {
                add(about.institutions, fact.within("adoption").text("by"));
                fact.items("supervisedBy").forEach(watch -> add(about.institutions, watch.text("institution")));
            }
            case "policy-options" -> fact.items("operations").forEach(about::addAll);
            default -> {
                // what the others are about stands in fields that all have in common
            }
        }
        about.addAll(fact);
        return about;
    }

    /** Returns the same, and institutions besides. */
    public Subjects with(@Nullable String... further) {
        var more = new TreeSet<>(institutions);
        Stream.of(further).flatMap(Stream::ofNullable).forEach(more::add);
        return new Subjects(more, functions, processes);
    }

    /** Returns the same functions and processes, and of the institutions only these. */
    public Subjects of(@Nullable String... only) {
        return new Subjects(new TreeSet<>(), functions, processes).with(only);
    }

    /** Returns what this or the other is about. */
    public Subjects and(Subjects other) {
        var both = new Subjects(new TreeSet<>(institutions), new TreeSet<>(functions), new TreeSet<>(processes));
        both.institutions.addAll(other.institutions);
        both.functions.addAll(other.functions);
        both.processes.addAll(other.processes);
        return both;
    }

    private void addAll(Fact fact) {
        add(institutions, fact.text("institution"));
        add(institutions, fact.text("from"));
        add(institutions, fact.text("to"));
        add(functions, fact.text("function"));
        functions.addAll(fact.texts("functions"));
        add(processes, fact.text("process"));
    }

    private static void add(SortedSet<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
