package org.mandateatlas.subscriptions.subscription;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;

/** The condition of a write ({@code If-Match}). */
final class Conditions {

    private static final Pattern TAG = Pattern.compile("(W/)?\"[^\"]*\"");

    private final Request request;

    private Conditions(Request request) {
        this.request = request;
    }

    /** Returns the condition of a request that needs one. */
    static Conditions required(@Nullable String ifMatch, Request request) {
        if (ifMatch == null) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send the version to replace (If-Match: \"3\").",
                    List.of(Violation.ofHeader(HttpHeaders.IF_MATCH, "is missing")));
        }
        return optional(ifMatch, request);
    }

    /** Returns the condition of a request that may have one. */
    static Conditions optional(@Nullable String ifMatch, Request request) {
        if (ifMatch != null
                && !ifMatch.strip().equals("*")
                && !Arrays.stream(ifMatch.split(",", -1))
                        .allMatch(tag -> TAG.matcher(tag.strip()).matches())) {
            throw ProblemException.header(HttpHeaders.IF_MATCH, "must be * or a list of quoted ETags such as \"3\"");
        }
        return new Conditions(request);
    }

    /**
     * Checks the condition.
     *
     * @throws ProblemException (412) if the subscription has another version
     */
    void check(Subscription subscription) {
        if (request.evaluatePreconditions(subscription.tag()) != null) {
            throw failed(subscription.version());
        }
    }

    static ProblemException failed(int version) {
        return new ProblemException(
                ProblemType.PRECONDITION_FAILED,
                "The subscription is at version " + version + ".",
                List.of(Violation.ofHeader(HttpHeaders.IF_MATCH, "does not match")));
    }
}
