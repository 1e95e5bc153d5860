package org.mandateatlas.local;

/** A command line that makes no sense. */
final class UsageFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageFailure(String message) {
        super(message);
    }
}
