package org.mandateatlas.base.problem;

import java.util.List;
import java.util.Map;

/** Aborts a request with a problem document. It has no stack trace: a problem is an expected outcome. */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private ProblemException(ProblemType type, Problem problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.type = type;
        this.problem = problem;
        this.headers = headers;
    }

    /** Creates an exception with violations. */
    public ProblemException(ProblemType type, String detail, List<Violation> violations) {
        this(type, Problem.of(type, detail, violations), Map.of());
    }

    /** Creates an exception without violations. */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** Creates an exception with a problem document. */
    public ProblemException(Problem problem) {
        this(ProblemType.ofReference(problem.type(), problem.status()), problem, Map.of());
    }

    /** Returns the exception for an invalid query or path parameter. */
    public static ProblemException parameter(String name, String detail) {
        return new ProblemException(
                ProblemType.INVALID_PARAMETER,
                "The parameter " + name + " " + detail + ".",
                List.of(Violation.ofParameter(name, detail)));
    }

    /** Returns the exception for an invalid header. */
    public static ProblemException header(String name, String detail) {
        return new ProblemException(
                ProblemType.BAD_REQUEST,
                "The header " + name + " " + detail + ".",
                List.of(Violation.ofHeader(name, detail)));
    }

    /** Returns this exception with a response header, and no other. */
    public ProblemException with(String header, String value) {
        return new ProblemException(type, problem, Map.of(header, value));
    }

    /** Returns additional response headers, by name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the problem type. */
    public ProblemType type() {
        return type;
    }

    /** Returns the problem document. */
    public Problem problem() {
        return problem;
    }
}
