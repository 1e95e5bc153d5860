package org.mandateatlas.gateway.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The caller, from a valid token.
 *
 * @param name the user's name in the token, or else its subject
 * @param curator whether the caller has the role curator
 */
public record Caller(String name, boolean curator) {

    private static final String KEY = Caller.class.getName();

    /**
     * Returns the caller.
     *
     * @throws IllegalStateException if the request was not authenticated, as for public resources
     */
    public static Caller of(RoutingContext context) {
        Caller known = find(context);
        if (known == null) {
            throw new IllegalStateException("The request was not authenticated.");
        }
        return known;
    }

    /** Returns the caller, or null if the request has no token. */
    public static @Nullable Caller find(RoutingContext context) {
        return context.get(KEY);
    }

    static void remember(RoutingContext context, SecurityIdentity identity) {
        context.put(KEY, new Caller(identity.getPrincipal().getName(), identity.hasRole(AccessHandler.CURATOR)));
    }
}
