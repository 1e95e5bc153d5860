package org.mandateatlas.gateway.problem;

import java.util.List;
import org.mandateatlas.gateway.problem.Violation.Kind;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    /** Ends it with that problem. */
    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** Converts the exception of a library. */
    public static ProblemException of(org.mandateatlas.base.problem.ProblemException exception) {
        var problem = exception.problem();
        return new ProblemException(new Problem(
                ProblemType.ofReference(problem.type(), problem.status()),
                problem.detail(),
                problem.violations().stream().map(Violation::of).toList()));
    }

    /** A bad query or path parameter. */
    public static ProblemException parameter(String name, String detail) {
        return new ProblemException(new Problem(
                ProblemType.INVALID_PARAMETER,
                "The parameter " + name + " " + detail + ".",
                List.of(new Violation(Kind.PARAMETER, name, detail))));
    }

    /** A bad header. */
    public static ProblemException header(String name, String detail) {
        return new ProblemException(new Problem(
                ProblemType.BAD_REQUEST,
                "The header " + name + " " + detail + ".",
                List.of(new Violation(Kind.HEADER, name, detail))));
    }

    /** Returns the problem. */
    public Problem problem() {
        return problem;
    }
}
