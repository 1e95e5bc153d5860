package org.mandateatlas.gateway.rest;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemType;

/** Rejects methods other than reads: all resources of the gateway itself are read-only. */
class ReadOnly {

    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException exception) {
        return Response.status(ProblemType.METHOD_NOT_ALLOWED.status())
                .header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS")
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This resource is read-only."))
                .build();
    }
}
