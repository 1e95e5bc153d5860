package org.mandateatlas.base.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Completes problem documents with the address of their request. */
class ProblemLocation {

    private final CurrentVertxRequest current;

    ProblemLocation(CurrentVertxRequest current) {
        this.current = current;
    }

    @ServerResponseFilter
    public void locate(ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            response.setEntity(problem.in(current.getCurrent().request()));
        }
    }
}
