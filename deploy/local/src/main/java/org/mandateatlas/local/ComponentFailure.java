package org.mandateatlas.local;

/** A part that did not start, or did not go on. */
final class ComponentFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String message;

    private ComponentFailure(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** Says which part failed how, the reason its log gives, and where that log is. */
    static ComponentFailure of(Component part, String how) {
        var reason = part.log().reason();
        return new ComponentFailure(part.name() + " " + how + (reason.isEmpty() ? "." : ": " + reason) + "\n  Its log: "
                + part.log().path());
    }
}
