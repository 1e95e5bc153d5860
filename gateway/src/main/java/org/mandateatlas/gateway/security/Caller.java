package org.mandateatlas.gateway.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.security.TokenSubject;
import org.mandateatlas.edge.ClientKey;
import org.mandateatlas.edge.RemoteAddress;

/** The caller of a request with a valid token. */
public final class Caller {

    private static final String KEY = Caller.class.getName();

    private Caller() {}

    /** Returns the issuer and the subject of the token; null if the request has no token. */
    public static @Nullable String subject(RoutingContext context) {
        return context.get(KEY);
    }

    /** Returns the key of the client: the caller, or else the address. */
    public static String client(RoutingContext context) {
        String subject = subject(context);
        return subject == null ? ClientKey.at(RemoteAddress.of(context.request())) : ClientKey.named(subject);
    }

    static void remember(RoutingContext context, SecurityIdentity identity) {
        context.put(KEY, TokenSubject.of(identity.getPrincipal()).text());
    }
}
