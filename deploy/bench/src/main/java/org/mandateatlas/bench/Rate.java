package org.mandateatlas.bench;

import java.util.Comparator;
import java.util.List;

/**
 * What a load generator measured.
 *
 * @param perSecond responses per second
 * @param p50 the median latency in milliseconds
 * @param p99 the 99th percentile of the latencies in milliseconds
 */
record Rate(double perSecond, double p50, double p99) {

    /** Returns the round of median rate. */
    static Rate medianByRate(List<Rate> rounds) {
        return median(rounds, Comparator.comparingDouble(Rate::perSecond));
    }

    /** Returns the round of median latency. */
    static Rate medianByLatency(List<Rate> rounds) {
        return median(rounds, Comparator.comparingDouble(Rate::p50));
    }

    private static Rate median(List<Rate> rounds, Comparator<Rate> order) {
        return rounds.stream().sorted(order).toList().get(rounds.size() / 2);
    }
}
