package org.mandateatlas.functions.option;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.registry.Reference;

/** The institutions and functions in an operation, and the rules for their ids. */
final class Named {

    static final String INSTITUTION = "institution";
    static final String FUNCTION = "function";

    private final String pointer;
    private final List<Reference> references = new ArrayList<>();

    private Named(String pointer) {
        this.pointer = pointer;
    }

    static Named at(String pointer) {
        return new Named(pointer);
    }

    Named institution(String field, String id) {
        references.add(new Reference(pointer + "/" + field, INSTITUTION, id));
        return this;
    }

    Named function(String id) {
        references.add(new Reference(pointer + "/function", FUNCTION, id));
        return this;
    }

    Named functions(List<String> ids) {
        IntStream.range(0, ids.size())
                .mapToObj(i -> new Reference(pointer + "/functions/" + i, FUNCTION, ids.get(i)))
                .forEach(references::add);
        return this;
    }

    List<Reference> list() {
        return List.copyOf(references);
    }

    /** Reports invalid ids. */
    static void checkIds(List<Reference> references, Violations violations) {
        references.stream()
                .filter(reference -> !Slug.is(reference.id()))
                .forEach(reference -> violations.add(reference.pointer(), "is not an id"));
    }

    /** Reports an empty list of functions. */
    static void checkSome(String pointer, List<String> functions, Violations violations) {
        if (functions.isEmpty()) {
            violations.add(pointer + "/functions", "must not be empty");
        }
    }

    /** Reports duplicate functions. */
    static void checkOnce(String pointer, List<String> functions, Violations violations) {
        var seen = new HashSet<String>();
        for (var i = 0; i < functions.size(); i++) {
            if (!seen.add(functions.get(i))) {
                violations.add(pointer + "/functions/" + i, "is a duplicate");
            }
        }
    }
}
