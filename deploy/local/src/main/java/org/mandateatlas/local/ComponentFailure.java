package org.mandateatlas.local;

/** The failure of a component to start or to keep running. */
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

    /** Describes the failure with the reason found in the component's log and the path of the log. */
    static ComponentFailure of(Component component, String how) {
        var reason = component.log().reason();
        return new ComponentFailure(component.name() + " " + how + (reason.isEmpty() ? "." : ": " + reason)
                + "\n  Its log: " + component.log().path());
    }
}
