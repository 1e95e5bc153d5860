package org.mandateatlas.gateway.openapi;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The description of the API of the whole suite (OpenAPI). */
@Path("/")
@Singleton
@Startup
@PermitAll
@NonBlocking
@Tag(name = "Guide")
class DescriptionResource {

    private static final String YAML = "application/yaml";
    private static final String JSON = MediaType.APPLICATION_JSON;
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(YAML))
            .build();

    private final Map<String, DescriptionFile> openApi;

    DescriptionResource() {
        this.openApi = DescriptionRequest.files().stream()
                .collect(Collectors.toUnmodifiableMap(file -> file, DescriptionFile::of));
    }

    @GET
    @Path("openapi")
    @Produces({JSON, YAML})
    @Operation(
            summary = "Get the API description",
            description = "The OpenAPI description of all services, as JSON or, with `Accept: application/yaml` or at"
                    + " `/openapi.yaml`, as YAML.")
    @APIResponseSchema(responseCode = "200", value = Description.class)
    public CompletionStage<byte[]> getApiDescription(
            @BeanParam DescriptionRequest rendition, @Context Request request) {
        return negotiate(openApi(rendition), request);
    }

    private DescriptionFile openApi(DescriptionRequest rendition) {
        return Objects.requireNonNull(openApi.get(rendition.file()));
    }

    @GET
    @Path("openapi.yaml")
    @Produces(YAML)
    @Operation(hidden = true)
    public byte[] openApiYaml(@BeanParam DescriptionRequest rendition) {
        return openApi(rendition).yaml();
    }

    @GET
    @Path("openapi.json")
    @Produces(JSON)
    @Operation(hidden = true)
    public CompletionStage<byte[]> openApiJson(@BeanParam DescriptionRequest rendition) {
        return openApi(rendition).json();
    }

    private static CompletionStage<byte[]> negotiate(DescriptionFile description, Request request) {
        var form = request.selectVariant(FORMS);
        return form == null || form.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)
                ? description.json()
                : CompletableFuture.completedStage(description.yaml());
    }
}
