package org.mandateatlas.base.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a document, so that the writer is told all of it at once. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    /** Notes something wrong at a place of the body. */
    public void add(String pointer, String detail) {
        found.add(Violation.at(pointer, detail));
    }

    /** Returns what was found so far. */
    public List<Violation> list() {
        return List.copyOf(found);
    }

    /**
     * Ends here when anything was found.
     *
     * @throws ProblemException of the given type, with all violations
     */
    public void throwIfAny(ProblemType type, String detail) {
        if (!found.isEmpty()) {
            throw new ProblemException(type, detail, list());
        }
    }
}
