package org.mandateatlas.base.deprecation;

import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** Adds the headers of a deprecation to responses of deprecated methods, and to responses to requests with a deprecated parameter. */
@Provider
public class DeprecationFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var method = resource.getResourceMethod();
        var declared = method.getAnnotation(DeprecatedSince.class);
        if (declared != null) {
            var deprecation = Deprecation.of(declared);
            context.register((ContainerResponseFilter) (request, response) -> deprecation.addTo(response.getHeaders()));
            return;
        }
        Map<String, Deprecation> parameters = new HashMap<>();
        for (var parameter : method.getParameters()) {
            var deprecated = parameter.getAnnotation(DeprecatedSince.class);
            var query = parameter.getAnnotation(RestQuery.class);
            if (deprecated != null && query != null) {
                parameters.put(
                        query.value().isEmpty() ? parameter.getName() : query.value(), Deprecation.of(deprecated));
            }
        }
        if (!parameters.isEmpty()) {
            context.register((ContainerResponseFilter)
                    (request, response) -> request.getUriInfo().getQueryParameters().keySet().stream()
                            .filter(parameters::containsKey)
                            .findFirst()
                            .map(parameters::get)
                            .ifPresent(deprecation -> deprecation.addTo(response.getHeaders())));
        }
    }
}
