package org.mandateatlas.functions.simulation;

import org.mandateatlas.functions.coverage.InstitutionState;

/** Words of the trace. */
final class TraceWriter {

    private TraceWriter() {}

    /** Returns how a reader knows the institution. */
    static String name(InstitutionState institution) {
        return institution.abbreviation() == null
                ? institution.name()
                : institution.name() + " (" + institution.abbreviation() + ")";
    }

    /** Returns a number with its noun. */
    static String count(int number, String noun) {
        if (number == 1) {
            return "1 " + noun;
        }
        var plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return (number == 0 ? "no" : Integer.toString(number)) + " " + plural;
    }
}
