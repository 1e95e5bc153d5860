package org.mandateatlas.local;

/** Something that keeps a command from doing its work, told to the user as it is. */
final class LauncherFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LauncherFailure(String message) {
        super(message);
    }

    LauncherFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
