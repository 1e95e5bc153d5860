package org.mandateatlas.gateway.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;

/**
 * Who asks for what is not for everybody.
 *
 * @param name the user's name in the token, or else its subject
 * @param curator whether everything is theirs to see
 */
public record Caller(String name, boolean curator) {

    private static final String KEY = Caller.class.getName();

    /**
     * Returns who asks.
     *
     * @throws IllegalStateException when nobody has found that out, as for what everybody may read
     */
    public static Caller of(RoutingContext context) {
        Caller known = context.get(KEY);
        if (known == null) {
            throw new IllegalStateException("Nobody has asked who asks");
        }
        return known;
    }

    static void remember(RoutingContext context, SecurityIdentity identity) {
        context.put(KEY, new Caller(identity.getPrincipal().getName(), identity.hasRole(Access.CURATOR)));
    }
}
