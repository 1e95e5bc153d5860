package org.mandateatlas.gateway.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.edge.ClientKey;
import org.mandateatlas.edge.RemoteAddress;

/** The caller of a request with a valid token. */
public final class Caller {

    private static final String KEY = Caller.class.getName();

    private Caller() {}

    /** Returns the user's name in the token, or else its subject; null if the request has no token. */
    public static @Nullable String name(RoutingContext context) {
        return context.get(KEY);
    }

    /** Returns the key of the client: the caller, or else the address. */
    public static String client(RoutingContext context) {
        String name = name(context);
        return name == null ? ClientKey.at(RemoteAddress.of(context.request())) : ClientKey.named(name);
    }

    static void remember(RoutingContext context, SecurityIdentity identity) {
        context.put(KEY, identity.getPrincipal().getName());
    }
}
