package org.mandateatlas.functions.coverage;

import java.util.List;

/**
 * A mandate as its holder has it on a day.
 *
 * @param mandate the mandate
 * @param functions the functions that it covers
 */
public record Charge(CellMandate mandate, List<String> functions) {

    /** Tells whether it covers one of the functions. */
    public boolean covers(List<String> wanted) {
        return functions.stream().anyMatch(wanted::contains);
    }

    /** Returns its part on those functions. */
    public Charge on(List<String> wanted) {
        return new Charge(mandate, functions.stream().filter(wanted::contains).toList());
    }

    /** Returns its part on all other functions. */
    public Charge without(List<String> unwanted) {
        return new Charge(
                mandate,
                functions.stream()
                        .filter(function -> !unwanted.contains(function))
                        .toList());
    }
}
