package org.mandateatlas.gateway.rest;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Adds {@code Vary: Accept} to the responses of endpoints that have more than one media type. */
class VaryByAccept {

    @ServerResponseFilter
    public void mark(ContainerRequestContext request, ContainerResponseContext response, SimpleResourceInfo resource)
            throws NoSuchMethodException {
        if (resource.getResourceClass() == null) {
            return;
        }
        var method = resource.getResourceClass().getMethod(resource.getMethodName(), resource.parameterTypes());
        var produces = method.getAnnotation(Produces.class);
        if (produces != null && produces.value().length > 1) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
    }
}
