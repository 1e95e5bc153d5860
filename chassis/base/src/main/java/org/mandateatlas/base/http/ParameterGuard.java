package org.mandateatlas.base.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Rejects query parameters that an endpoint does not declare, single parameters that are repeated, and empty values. */
class ParameterGuard {

    private final Map<Method, QueryParameters> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, SimpleResourceInfo resource) throws NoSuchMethodException {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var method = resource.getResourceClass().getMethod(resource.getMethodName(), resource.parameterTypes());
        given.forEach(declared.computeIfAbsent(method, QueryParameters::of)::check);
    }
}
