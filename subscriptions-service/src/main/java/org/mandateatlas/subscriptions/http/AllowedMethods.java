package org.mandateatlas.subscriptions.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;

/** Responds to OPTIONS and to unsupported methods with the supported ones, which Quarkus REST does not list. */
class AllowedMethods {

    private static final String ONE = "/v1/subscriptions/[^/]+";
    private static final List<Route> ROUTES = List.of(
            Route.of("/v1/subscriptions", "GET", "HEAD", "POST", "OPTIONS"),
            Route.of(ONE, "GET", "HEAD", "PATCH", "DELETE", "OPTIONS"),
            Route.of(ONE + "/secret", "POST", "OPTIONS"),
            Route.of(ONE + "/deliveries", "GET", "HEAD", "OPTIONS"),
            Route.of(ONE + "/deliveries/[^/]+", "GET", "HEAD", "OPTIONS"),
            Route.of(ONE + "/deliveries/[^/]+/redelivery", "POST", "OPTIONS"));

    @ServerRequestFilter(preMatching = true)
    public @Nullable Response check(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var method = request.getMethod();
        for (var route : ROUTES) {
            if (route.path().matcher(path).matches()) {
                return route.check(method);
            }
        }
        return null;
    }

    private record Route(Pattern path, List<String> methods) {

        static Route of(String path, String... methods) {
            return new Route(Pattern.compile(path + "/?"), List.of(methods));
        }

        @Nullable Response check(String method) {
            var allowed = String.join(", ", methods);
            if (method.equals(HttpMethod.OPTIONS)) {
                return Response.noContent().header(HttpHeaders.ALLOW, allowed).build();
            }
            if (!methods.contains(method)) {
                throw new ProblemException(ProblemType.METHOD_NOT_ALLOWED, method + " is not supported here.")
                        .with(HttpHeaders.ALLOW, allowed);
            }
            return null;
        }
    }
}
