package org.mandateatlas.gateway.openapi;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
                    MediaType.valueOf(YAML), MediaType.APPLICATION_JSON_TYPE)
            .build();

    private final DescriptionFile openApi;

    DescriptionResource() {
        this.openApi = DescriptionFile.of("/openapi.yaml");
    }

    @GET
    @Path("openapi")
    @Produces({YAML, JSON})
    @Operation(
            summary = "Get the API description",
            description = "The OpenAPI description of all services; also at /openapi.yaml and /openapi.json.")
    @APIResponseSchema(responseCode = "200", value = Description.class)
    public CompletionStage<byte[]> getApiDescription(@Context Request request) {
        return negotiate(openApi, request);
    }

    @GET
    @Path("openapi.yaml")
    @Produces(YAML)
    @Operation(hidden = true)
    public byte[] openApiYaml() {
        return openApi.yaml();
    }

    @GET
    @Path("openapi.json")
    @Produces(JSON)
    @Operation(hidden = true)
    public CompletionStage<byte[]> openApiJson() {
        return openApi.json();
    }

    private static CompletionStage<byte[]> negotiate(DescriptionFile description, Request request) {
        var form = request.selectVariant(FORMS);
        return form != null && form.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)
                ? description.json()
                : CompletableFuture.completedStage(description.yaml());
    }
}
