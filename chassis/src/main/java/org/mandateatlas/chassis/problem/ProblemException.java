package org.mandateatlas.chassis.problem;

import java.util.List;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final transient List<Violation> violations;

    public ProblemException(ProblemType type, String detail, List<Violation> violations) {
        super(detail);
        this.type = type;
        this.violations = List.copyOf(violations);
    }

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** A bad query or path parameter. */
    public static ProblemException parameter(String name, String detail) {
        return new ProblemException(
                ProblemType.INVALID_PARAMETER,
                "The parameter " + name + " " + detail + ".",
                List.of(Violation.ofParameter(name, detail)));
    }

    /** A bad header. */
    public static ProblemException header(String name, String detail) {
        return new ProblemException(
                ProblemType.BAD_REQUEST,
                "The header " + name + " " + detail + ".",
                List.of(Violation.ofHeader(name, detail)));
    }

    /** Returns the kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** Returns the problem document. */
    public Problem problem() {
        return Problem.of(type, getMessage() == null ? "" : getMessage(), violations);
    }
}
