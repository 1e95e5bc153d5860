package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.mandateatlas.gateway.forwarding.Answer;
import org.mandateatlas.gateway.forwarding.Upstream;
import org.mandateatlas.gateway.problem.Problem;
import org.mandateatlas.gateway.problem.ProblemType;
import org.mandateatlas.gateway.problem.Violation;
import org.mandateatlas.gateway.problem.Violation.Kind;

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
            for (Kind kind : Kind.values()) {
                if (violation.has(kind.field())) {
                    violations.add(new Violation(
                            kind,
                            violation.get(kind.field()).asText(),
                            violation.path("detail").asText()));
                }
            }
        }
        return new Problem(type, document.path("detail").asText(type.meaning()), violations);
    }

    /** Returns the problem that an owner is when it gives no answer. */
    static Problem of(Upstream owner, Throwable failure) {
        if (failure instanceof UpstreamFailure answered) {
            return answered.status() == SERVICE_UNAVAILABLE
                    ? new Problem(ProblemType.OWNER_UNAVAILABLE, owner.name() + " answered that it is not ready.")
                    : new Problem(
                            ProblemType.INTERNAL_ERROR,
                            owner.name() + " failed with the status " + answered.status() + ".");
        }
        if (failure instanceof CircuitBreakerOpenException) {
            return new Problem(
                    ProblemType.OWNER_UNAVAILABLE,
                    owner.name() + " failed or was late again and again, and is left alone for a moment.");
        }
        if (failure instanceof BulkheadException) {
            return new Problem(
                    ProblemType.OWNER_UNAVAILABLE, owner.name() + " has more to do than it can take on now.");
        }
        if (failure instanceof TimeoutException
                || failure instanceof org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException) {
            return new Problem(ProblemType.OWNER_TIMEOUT, owner.name() + " did not answer in time.");
        }
        return new Problem(ProblemType.OWNER_UNAVAILABLE, owner.name() + " cannot be reached.");
    }
}
