package org.mandateatlas.bench;

import java.util.Locale;

/**
 * The required figure of a measure.
 *
 * @param ratio whether it is the ratio to the reference, rather than the value itself
 * @param least whether more is better
 * @param required the figure that must be reached
 * @param aim the figure that is aimed at
 */
record Target(boolean ratio, boolean least, double required, double aim) {

    static Target ratioAtLeast(double required, double aim) {
        return new Target(true, true, required, aim);
    }

    static Target ratioAtMost(double required, double aim) {
        return new Target(true, false, required, aim);
    }

    static Target atLeast(double required, double aim) {
        return new Target(false, true, required, aim);
    }

    static Target atMost(double required, double aim) {
        return new Target(false, false, required, aim);
    }

    boolean isMetBy(double figure) {
        return least ? figure >= required : figure <= required;
    }

    /** Returns the required figure, with the unit unless it is a ratio. */
    String text(String unit) {
        var figure = ratio ? String.format(Locale.ROOT, "%.3g", required) : Measurement.figure(required) + " " + unit;
        return (least ? "≥ " : "≤ ") + figure;
    }
}
