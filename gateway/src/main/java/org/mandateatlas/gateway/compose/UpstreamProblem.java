package org.mandateatlas.gateway.compose;

import java.util.ArrayList;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.gateway.proxy.Upstream;
import org.mandateatlas.gateway.proxy.UpstreamResponse;

/** The reason for which an upstream did not return a part, as a problem. */
final class UpstreamProblem {

    private static final int SERVICE_UNAVAILABLE = 503;

    private UpstreamProblem() {}

    /** Returns the problem in the response of an upstream. */
    static Problem of(UpstreamResponse response) {
        var document = Json.tree(response.body());
        var type = ProblemType.ofReference(document.path("type").asText(""), response.status());
        var violations = new ArrayList<Violation>();
        for (var violation : document.path("violations")) {
            violations.add(new Violation(
                    violation.path("line").isInt() ? violation.path("line").intValue() : null,
                    violation.path("pointer").textValue(),
                    violation.path("parameter").textValue(),
                    violation.path("header").textValue(),
                    violation.path("detail").asText()));
        }
        return Problem.of(type, document.path("detail").asText(type.meaning()), violations);
    }

    /** Returns the problem of an upstream that returned no response. */
    static Problem of(Upstream upstream, Throwable failure) {
        var name = upstream.name();
        if (failure instanceof UpstreamFailure failed) {
            return failed.status() == SERVICE_UNAVAILABLE
                    ? Problem.of(ProblemType.SERVICE_UNAVAILABLE, name + " is not ready.")
                    : Problem.of(ProblemType.INTERNAL_ERROR, name + " failed with status " + failed.status() + ".");
        }
        if (failure instanceof CircuitBreakerOpenException) {
            return Problem.of(
                    ProblemType.SERVICE_UNAVAILABLE,
                    name + " failed or timed out repeatedly, and is not called for a moment.");
        }
        if (failure instanceof BulkheadException) {
            return Problem.of(ProblemType.SERVICE_UNAVAILABLE, name + " is overloaded.");
        }
        if (failure instanceof TimeoutException
                || failure instanceof org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException) {
            return Problem.of(ProblemType.SERVICE_TIMEOUT, name + " did not respond in time.");
        }
        return Problem.of(ProblemType.SERVICE_UNAVAILABLE, name + " is unreachable.");
    }
}
