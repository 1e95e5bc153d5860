package org.mandateatlas.base.problem;

import java.util.List;
import java.util.Map;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final transient List<Violation> violations;
    private final transient Map<String, String> headers;

    public ProblemException(ProblemType type, String detail, List<Violation> violations) {
        this(type, detail, violations, Map.of());
    }

    private ProblemException(ProblemType type, String detail, List<Violation> violations, Map<String, String> headers) {
        super(detail);
        this.type = type;
        this.violations = List.copyOf(violations);
        this.headers = headers;
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

    /** Returns this with a header that the answer is to have, and no other. */
    public ProblemException with(String header, String value) {
        return new ProblemException(type, detail(), violations, Map.of(header, value));
    }

    /** Returns the headers that the answer is to have besides its content, by name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** Returns the problem document. */
    public Problem problem() {
        return Problem.of(type, detail(), violations);
    }

    private String detail() {
        return getMessage() == null ? "" : getMessage();
    }
}
