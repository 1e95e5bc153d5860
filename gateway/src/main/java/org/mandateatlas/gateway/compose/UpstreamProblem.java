package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.gateway.forwarding.Answer;
import org.mandateatlas.gateway.forwarding.Upstream;

/** Why an owner did not give a part, as a problem. */
final class UpstreamProblem {

    private static final int SERVICE_UNAVAILABLE = 503;

    private UpstreamProblem() {}

    /** Returns the problem that the owner itself tells of. */
    static Problem told(Answer answer) {
        JsonNode document = Json.tree(answer.body());
        ProblemType type = ProblemType.ofReference(document.path("type").asText(""), answer.status());
        var violations = new ArrayList<Violation>();
        for (JsonNode violation : document.path("violations")) {
            violations.add(new Violation(
                    violation.path("pointer").textValue(),
                    violation.path("parameter").textValue(),
                    violation.path("header").textValue(),
                    violation.path("detail").asText()));
        }
        return Problem.of(type, document.path("detail").asText(type.meaning()), violations);
    }

    /** Returns the problem that an owner is when it gives no answer. */
    static Problem of(Upstream owner, Throwable failure) {
        if (failure instanceof UpstreamFailure answered) {
            return answered.status() == SERVICE_UNAVAILABLE
                    ? Problem.of(ProblemType.OWNER_UNAVAILABLE, owner.name() + " answered that it is not ready.")
                    : Problem.of(
                            ProblemType.INTERNAL_ERROR,
                            owner.name() + " failed with the status " + answered.status() + ".");
        }
        if (failure instanceof CircuitBreakerOpenException) {
            return Problem.of(
                    ProblemType.OWNER_UNAVAILABLE,
                    owner.name() + " failed or was late again and again, and is left alone for a moment.");
        }
        if (failure instanceof BulkheadException) {
            return Problem.of(ProblemType.OWNER_UNAVAILABLE, owner.name() + " has more to do than it can take on now.");
        }
        if (failure instanceof TimeoutException
                || failure instanceof org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException) {
            return Problem.of(ProblemType.OWNER_TIMEOUT, owner.name() + " did not answer in time.");
        }
        return Problem.of(ProblemType.OWNER_UNAVAILABLE, owner.name() + " cannot be reached.");
    }
}
