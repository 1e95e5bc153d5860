package org.mandateatlas.mcp;

/** An argument of a tool is missing, unknown or not allowed. */
final class InvalidArgument extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String argument;

    InvalidArgument(String argument, String detail) {
        super(detail);
        this.argument = argument;
    }

    /** Returns the name of the argument. */
    String argument() {
        return argument;
    }
}
