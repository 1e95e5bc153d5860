package org.mandateatlas.bench;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the results.
 *
 * @param measure the name of the measure
 * @param unit the unit of all values
 * @param value the median of the rounds
 * @param p99 the 99th percentile of the latencies in milliseconds, if they were measured
 * @param reference what the value is compared with, if there is such a thing
 * @param target what is required, if anything is
 */
record Measurement(
        String measure,
        String unit,
        double value,
        @Nullable Double p99,
        @Nullable Reference reference,
        @Nullable Target target) {

    /**
     * A value measured in the same run.
     *
     * @param name the name of what was measured
     * @param value the median of the rounds
     * @param p99 the 99th percentile of the latencies in milliseconds, if they were measured
     */
    record Reference(String name, double value, @Nullable Double p99) {}

    /** Returns the value divided by that of the reference, unless disturbances have made that one meaningless. */
    @Nullable Double ratio() {
        return (reference == null || reference.value() <= 0) ? null : Double.valueOf(value / reference.value());
    }

    /** Returns the figure that the target is about. */
    @Nullable Double figure() {
        return target == null ? null : target.ratio() ? ratio() : Double.valueOf(value);
    }

    @Nullable Boolean met() {
        var figure = figure();
        return (target == null || figure == null) ? null : Boolean.valueOf(target.isMetBy(figure));
    }

    Map<String, @Nullable Object> json() {
        return BenchJson.object(
                "measure",
                measure,
                "unit",
                unit,
                "value",
                value,
                "p99Millis",
                p99,
                "reference",
                reference == null
                        ? null
                        : BenchJson.object(
                                "name", reference.name(), "value", reference.value(), "p99Millis", reference.p99()),
                "ratio",
                ratio(),
                "required",
                target == null ? null : target.required(),
                "aim",
                target == null ? null : target.aim(),
                "met",
                met());
    }

    /** Returns a number with three significant digits, and all digits before the point. */
    static String figure(double value) {
        var size = Math.abs(value);
        var format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
