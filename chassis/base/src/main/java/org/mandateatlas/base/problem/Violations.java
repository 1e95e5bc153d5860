package org.mandateatlas.base.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects all violations of a document, so that they are reported together. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    /** Adds a violation in the body. */
    public void add(String pointer, String detail) {
        found.add(Violation.at(pointer, detail));
    }

    /** Returns the violations. */
    public List<Violation> list() {
        return List.copyOf(found);
    }

    /**
     * Fails if there are violations.
     *
     * @throws ProblemException of the given type, with all violations
     */
    public void throwIfAny(ProblemType type, String detail) {
        if (!found.isEmpty()) {
            throw new ProblemException(type, detail, list());
        }
    }
}
