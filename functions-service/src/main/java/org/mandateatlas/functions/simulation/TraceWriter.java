package org.mandateatlas.functions.simulation;

import org.mandateatlas.functions.coverage.InstitutionState;

/** Formats texts of the trace. */
final class TraceWriter {

    private TraceWriter() {}

    /** Returns the display name of an institution. */
    static String name(InstitutionState institution) {
        return institution.abbreviation() == null
                ? institution.name()
                : institution.name() + " (" + institution.abbreviation() + ")";
    }

    /** Returns a count with its noun. */
    static String count(int number, String noun) {
        if (number == 1) {
            return "1 " + noun;
        }
        var plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return (number == 0 ? "no" : Integer.toString(number)) + " " + plural;
    }
}
