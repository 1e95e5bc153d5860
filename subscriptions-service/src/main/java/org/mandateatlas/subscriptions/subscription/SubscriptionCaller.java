package org.mandateatlas.subscriptions.subscription;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * The authenticated caller.
 *
 * @param name the user name in the token, or else its subject
 * @param curator whether the caller may see all subscriptions
 */
public record SubscriptionCaller(String name, boolean curator) {

    /** The role that may use its own subscriptions. */
    public static final String SUBSCRIBER = "subscriber";

    /** The role that may use all subscriptions. */
    public static final String CURATOR = "curator";

    /** Returns the caller of the current request. */
    public static SubscriptionCaller of(SecurityIdentity identity) {
        return new SubscriptionCaller(identity.getPrincipal().getName(), identity.hasRole(CURATOR));
    }

    boolean maySee(String owner) {
        return curator || owner.equals(name);
    }
}
