package org.mandateatlas.local;

/** The failure of a command, with a message for the user. */
final class LauncherFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String message;

    LauncherFailure(String message) {
        super(message);
        this.message = message;
    }

    LauncherFailure(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
