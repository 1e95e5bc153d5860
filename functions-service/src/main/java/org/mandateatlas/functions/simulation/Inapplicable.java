package org.mandateatlas.functions.simulation;

/** An operation cannot be applied to the world as it is then. */
final class Inapplicable extends Exception {

    private final String field;

    /**
     * @param field the field of the operation that is at fault
     * @param detail what is wrong with it
     */
    Inapplicable(String field, String detail) {
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
