package org.mandateatlas.local;

/** Something that keeps a command from doing its work, told to the user as it is. */
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
