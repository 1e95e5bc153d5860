package org.mandateatlas.subscriptions.subscription;

import io.quarkus.security.identity.SecurityIdentity;
import org.mandateatlas.base.security.TokenSubject;

/**
 * The authenticated caller.
 *
 * @param name the user name in the token, or else its subject; for display
 * @param subject the issuer and the subject of the token, to which subscriptions belong
 * @param curator whether the caller may see all subscriptions
 */
public record SubscriptionCaller(String name, TokenSubject subject, boolean curator) {

    /** The role that may use its own subscriptions. */
    public static final String SUBSCRIBER = "subscriber";

    /** The role that may use all subscriptions. */
    public static final String CURATOR = "curator";

    /** Returns the caller of the current request. */
    public static SubscriptionCaller of(SecurityIdentity identity) {
        var principal = identity.getPrincipal();
        return new SubscriptionCaller(principal.getName(), TokenSubject.of(principal), identity.hasRole(CURATOR));
    }

    boolean maySee(SubscriptionEntity subscription) {
        return curator
                || (subject.issuer().equals(subscription.ownerIssuer)
                        && subject.subject().equals(subscription.ownerSubject));
    }
}
