package org.mandateatlas.base.problem;

/** The kinds of problem that an answer can be; each has a page at {@code /problems/<name>}. */
public enum ProblemType {
    BAD_REQUEST(400, "The request cannot be read"),
    INVALID_PARAMETER(400, "A parameter is unknown, doubled or malformed"),
    INVALID_DOCUMENT(400, "The document in the body is malformed"),
    UNAUTHORIZED(401, "A valid token is needed"),
    FORBIDDEN(403, "The token lacks the role that is needed"),
    NOT_FOUND(404, "There is no such thing"),
    NOT_KNOWN_THEN(404, "The registry did not know it then"),
    NOT_VALID_THEN(404, "It did not exist on that day"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in that form"),
    CONFLICT(409, "Others still refer to it"),
    GONE(410, "The document was retracted"),
    PRECONDITION_FAILED(412, "The document is not at the version that the condition names"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type that is not read here"),
    RULE_VIOLATED(422, "The document breaks a rule of the registry"),
    PRECONDITION_REQUIRED(428, "The write needs a condition"),
    INTERNAL_ERROR(500, "The service failed"),
    OWNER_UNAVAILABLE(503, "The owner of the collection cannot be reached"),
    FEED_UNAVAILABLE(503, "Events are unavailable");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the short human title. */
    public String title() {
        return title;
    }

    /** Returns the reference that identifies the type and resolves to its page. */
    public String reference() {
        return "/problems/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
