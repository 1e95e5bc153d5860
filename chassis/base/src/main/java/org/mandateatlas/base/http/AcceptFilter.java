package org.mandateatlas.base.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Replaces {@code Accept} by the media type that the client prefers of those that a resource method produces. */
class AcceptFilter {

    private final Map<Method, List<MediaType>> produced = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void negotiate(RoutingContext context, ContainerRequestContext request, SimpleResourceInfo resource)
            throws NoSuchMethodException {
        var accept = AcceptHandler.accept(context);
        if (accept == null) {
            return;
        }
        var method = resource.getResourceClass().getMethod(resource.getMethodName(), resource.parameterTypes());
        var offered = produced.computeIfAbsent(method, AcceptFilter::types);
        var chosen = offered.isEmpty() ? accept : text(ContentNegotiation.preferred(accept, offered));
        context.request().headers().set(HttpHeaders.ACCEPT, chosen);
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, chosen);
    }

    private static String text(@Nullable MediaType type) {
        if (type == null) {
            throw new NotAcceptableException();
        }
        return type.getType() + '/' + type.getSubtype();
    }

    private static List<MediaType> types(Method method) {
        var produces = method.getAnnotation(Produces.class);
        if (produces == null) {
            produces = method.getDeclaringClass().getAnnotation(Produces.class);
        }
        return produces == null
                ? List.of()
                : Stream.of(produces.value()).map(MediaType::valueOf).toList();
    }
}
