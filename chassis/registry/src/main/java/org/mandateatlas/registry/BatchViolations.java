package org.mandateatlas.registry;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;

/** Collects the violations of all lines of a batch, so that they are reported together. */
final class BatchViolations {

    /** A response lists no more than the first ones. */
    private static final int MOST_REPORTED = 1000;

    private final ConcurrentLinkedQueue<Violation> found = new ConcurrentLinkedQueue<>();

    /** Adds a violation in the document of a line. */
    void add(int line, String pointer, String detail) {
        found.add(Violation.at(pointer, detail).inLine(line));
    }

    /** Adds the problem of the document of a line. */
    void add(int line, ProblemException problem) {
        var violations = problem.problem().violations();
        if (violations.isEmpty()) {
            add(line, "", problem.problem().detail());
        }
        violations.forEach(violation -> found.add(violation.inLine(line)));
    }

    /**
     * Fails if there are violations.
     *
     * @param lines the number of lines of the batch
     * @throws ProblemException (422) with the violations, by line
     */
    void throwIfAny(int lines) {
        if (found.isEmpty()) {
            return;
        }
        var violations = found.stream()
                .sorted(Comparator.comparing(Violation::line))
                .limit(MOST_REPORTED)
                .toList();
        throw new ProblemException(
                ProblemType.BATCH_REJECTED,
                badLines() + " of " + lines + " lines cannot be written; nothing was written.",
                violations);
    }

    private int badLines() {
        Set<Integer> bad = new HashSet<>();
        found.forEach(violation -> bad.add(violation.line()));
        return bad.size();
    }
}
