package org.mandateatlas.functions.coverage;

import java.util.List;

/**
 * A mandate that an institution holds on a day.
 *
 * @param mandate the mandate
 * @param functions the functions that it covers
 */
public record HeldMandate(CellMandate mandate, List<String> functions) {

    /** Returns whether it covers one of the functions. */
    public boolean covers(List<String> wanted) {
        return functions.stream().anyMatch(wanted::contains);
    }

    /** Returns the mandate restricted to the functions. */
    public HeldMandate on(List<String> wanted) {
        return new HeldMandate(
                mandate, functions.stream().filter(wanted::contains).toList());
    }

    /** Returns the mandate without the functions. */
    public HeldMandate without(List<String> unwanted) {
        return new HeldMandate(
                mandate,
                functions.stream()
                        .filter(function -> !unwanted.contains(function))
                        .toList());
    }
}
