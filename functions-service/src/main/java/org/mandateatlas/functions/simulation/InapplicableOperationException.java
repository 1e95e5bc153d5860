package org.mandateatlas.functions.simulation;

/** An operation that cannot be applied to the current state. */
final class InapplicableOperationException extends Exception {

    private final String field;

    /**
     * @param field the invalid field of the operation
     * @param detail the reason
     */
    InapplicableOperationException(String field, String detail) {
        super(detail);
        this.field = field;
    }

    String field() {
        return field;
    }

    String detail() {
        return getMessage() == null ? "" : getMessage();
    }
}
