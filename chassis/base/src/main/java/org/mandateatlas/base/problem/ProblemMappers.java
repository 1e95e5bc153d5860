package org.mandateatlas.base.problem;

import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a problem document. */
class ProblemMappers {

    private static final int RETRY_AFTER_SECONDS = 2;

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
        return response(Problem.of(ProblemType.FORBIDDEN, "Writes need the role curator.", List.of()));
    }

    @ServerExceptionMapper
    public Response rejected(WebApplicationException exception) {
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
        var response = Response.fromResponse(response(Problem.of(type, type.title() + ".", List.of())));
        if (original.getHeaderString(HttpHeaders.ALLOW) != null) {
            response.header(HttpHeaders.ALLOW, original.getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    @ServerExceptionMapper
    public Response failed(Throwable exception) {
        if (Outage.caused(exception)) {
            Log.warnf("The database cannot be reached: %s", exception.getMessage());
            return Response.fromResponse(response(Problem.of(
                            ProblemType.OWNER_UNAVAILABLE, "The service cannot reach its database.", List.of())))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        var reference = UUID.randomUUID();
        Log.errorf(exception, "Request failed, reference %s", reference);
        return response(Problem.of(
                ProblemType.INTERNAL_ERROR,
                "Something went wrong on our side; the log has it under " + reference + ".",
                List.of()));
    }

    private static Response challenge() {
        return Response.fromResponse(response(Problem.of(
                        ProblemType.UNAUTHORIZED,
                        "Writes need a valid token: Authorization: Bearer <token>.",
                        List.of())))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.CONTENT_TYPE)
                .entity(problem)
                .build();
    }
}
