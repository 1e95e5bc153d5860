package org.mandateatlas.base.problem;

import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps exceptions to problem documents. */
class ProblemMappers {

    private static final int UNAVAILABLE = 503;

    @ServerExceptionMapper
    public Response problem(ProblemException exception) {
        var response = Response.fromResponse(response(exception.problem()));
        exception.headers().forEach(response::header);
        return response.build();
    }

    @ServerExceptionMapper(priority = 1)
    public Response unauthorized(UnauthorizedException exception) {
        return challenge();
    }

    @ServerExceptionMapper(priority = 1)
    public Response unauthorized(AuthenticationFailedException exception) {
        return challenge();
    }

    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException exception) {
        return response(Problem.of(ProblemType.FORBIDDEN, "The token has none of the required roles."));
    }

    @ServerExceptionMapper
    public Response rejected(WebApplicationException exception, ContainerRequestContext request) {
        var original = exception.getResponse();
        var type = switch (original.getStatus()) {
            case 400 -> ProblemType.BAD_REQUEST;
            case 401 -> ProblemType.UNAUTHORIZED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            default -> null;
        };
        if (type == null) {
            return original.getStatus() >= 500 ? failed(exception) : original;
        }
        var response = Response.fromResponse(response(Problem.of(type, type.meaning())));
        if (original.getHeaderString(HttpHeaders.ALLOW) != null) {
            response.header(HttpHeaders.ALLOW, original.getHeaderString(HttpHeaders.ALLOW));
        }
        if (type == ProblemType.UNSUPPORTED_MEDIA_TYPE && request.getMethod().equals(HttpMethod.PATCH)) {
            response.header("Accept-Patch", "application/merge-patch+json, application/json");
        }
        return response.build();
    }

    @ServerExceptionMapper
    public Response failed(Throwable exception) {
        if (Outage.caused(exception)) {
            Log.warnf("The database is unavailable or too busy: %s", exception.getMessage());
            return response(
                    Problem.of(ProblemType.SERVICE_UNAVAILABLE, "The service's database is unavailable or too busy."));
        }
        var reference = UUID.randomUUID();
        Log.errorf(exception, "Request failed, reference %s", reference);
        return response(Problem.of(
                ProblemType.INTERNAL_ERROR,
                "An internal error occurred; it is logged with the reference " + reference + "."));
    }

    private static Response challenge() {
        var problem = Problem.of(
                ProblemType.UNAUTHORIZED, "The request requires a valid token: Authorization: Bearer <token>.");
        return Response.fromResponse(response(problem))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response response(Problem problem) {
        ProblemMetrics.count(problem);
        var response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, ProblemResponse.RETRY_AFTER_SECONDS);
        }
        return response.build();
    }
}
