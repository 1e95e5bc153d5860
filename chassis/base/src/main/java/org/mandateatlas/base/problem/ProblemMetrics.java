package org.mandateatlas.base.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/** Counts the problem documents that this process sends, by problem type. */
final class ProblemMetrics {

    private ProblemMetrics() {}

    static void count(Problem problem) {
        Counter.builder("atlas.problems")
                .tag("type", problem.type().substring(problem.type().lastIndexOf('/') + 1))
                .tag("status", Integer.toString(problem.status()))
                .register(Metrics.globalRegistry)
                .increment();
    }
}
