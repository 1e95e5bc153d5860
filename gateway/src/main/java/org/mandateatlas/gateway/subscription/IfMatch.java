package org.mandateatlas.gateway.subscription;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;

/**
 * The versions of which a subscription has to be at one for a write to go through.
 *
 * @param tags their ETags; null for any
 */
record IfMatch(@Nullable Set<String> tags) {

    private static final String NAME = "If-Match";
    private static final Pattern TAG = Pattern.compile("(W/)?\"[^\"]*\"");

    /** Reads the condition of a write that has to have one. */
    static IfMatch required(RoutingContext context) {
        if (!context.request().headers().contains(HttpHeaders.IF_MATCH)) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Say which version the write replaces (If-Match: \"3\").",
                    List.of(Violation.ofHeader(NAME, "is missing")));
        }
        return optional(context);
    }

    /** Reads the condition of a write that may have one. */
    static IfMatch optional(RoutingContext context) {
        String header = context.request().headers().get(HttpHeaders.IF_MATCH);
        if (header == null || header.strip().equals("*")) {
            return new IfMatch(null);
        }
        var tags = new HashSet<String>();
        for (String tag :
                Arrays.stream(header.split(",", -1)).map(String::strip).toList()) {
            if (!TAG.matcher(tag).matches()) {
                throw ProblemException.header(NAME, "is not a list of quoted ETags such as \"3\"");
            }
            tags.add(tag);
        }
        return new IfMatch(tags);
    }

    /** Ends the write when the subscription is at another version. */
    void check(Subscription subscription) {
        if (tags != null && !tags.contains(tag(subscription))) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "The subscription is at version " + subscription.version() + " by now.",
                    List.of(Violation.ofHeader(NAME, "does not hold")));
        }
    }

    /** Returns the ETag of a subscription: its version, which counts what was set, not how far it has been told. */
    static String tag(Subscription subscription) {
        return "\"" + subscription.version() + '"';
    }
}
