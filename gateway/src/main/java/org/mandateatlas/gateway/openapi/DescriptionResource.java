package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
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
import org.mandateatlas.edge.PublicAddress;

/** The descriptions of the API of the whole suite (OpenAPI) and of its events (AsyncAPI). */
@Path("/")
@Singleton
@Startup
@PermitAll
@Tag(name = "Guide")
class DescriptionResource {

    private static final String YAML = "application/yaml";
    private static final String JSON = MediaType.APPLICATION_JSON;
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(YAML))
            .build();

    private final Map<String, DescriptionFile> openApi;
    private final YAMLMapper yaml = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final EventSchemas events;

    DescriptionResource(EventSchemas events) {
        this.openApi = DescriptionRequest.files().stream()
                .collect(Collectors.toUnmodifiableMap(file -> file, DescriptionFile::of));
        this.events = events;
    }

    @GET
    @Path("openapi")
    @NonBlocking
    @Produces({JSON, YAML})
    @Operation(
            summary = "Get the API description",
            description = "The OpenAPI description of all services, as JSON or, with `Accept: application/yaml` or at"
                    + " `/openapi.yaml`, as YAML.")
    @APIResponseSchema(responseCode = "200", value = Description.class)
    public CompletionStage<byte[]> getApiDescription(
            @BeanParam DescriptionRequest rendition, @Context Request request) {
        return prefersYaml(request) ? CompletableFuture.completedStage(openApiYaml(rendition)) : openApiJson(rendition);
    }

    @GET
    @Path("openapi.yaml")
    @NonBlocking
    @Produces(YAML)
    @Operation(hidden = true)
    public byte[] openApiYaml(@BeanParam DescriptionRequest rendition) {
        return openApi(rendition).yaml();
    }

    @GET
    @Path("openapi.json")
    @NonBlocking
    @Produces(JSON)
    @Operation(hidden = true)
    public CompletionStage<byte[]> openApiJson(@BeanParam DescriptionRequest rendition) {
        return openApi(rendition).json();
    }

    private DescriptionFile openApi(DescriptionRequest rendition) {
        return Objects.requireNonNull(openApi.get(rendition.file()));
    }

    @GET
    @Path("asyncapi")
    @Produces({JSON, YAML})
    @Operation(
            summary = "Get the event description",
            description = "The AsyncAPI 3.0 description of topics, feed and webhooks, with the addresses of the running"
                    + " suite, as JSON or, with `Accept: application/yaml` or at `/asyncapi.yaml`, as YAML.")
    @APIResponseSchema(responseCode = "200", value = Description.class)
    public byte[] getEventDescription(@Context Request request, @Context HttpServerRequest http)
            throws JsonProcessingException {
        return prefersYaml(request) ? asyncApiYaml(http) : asyncApiJson(http);
    }

    @GET
    @Path("asyncapi.yaml")
    @Produces(YAML)
    @Operation(hidden = true)
    public byte[] asyncApiYaml(@Context HttpServerRequest http) throws JsonProcessingException {
        return yaml.writeValueAsBytes(events.description(PublicAddress.of(http)));
    }

    @GET
    @Path("asyncapi.json")
    @Produces(JSON)
    @Operation(hidden = true)
    public byte[] asyncApiJson(@Context HttpServerRequest http) throws JsonProcessingException {
        return json.writeValueAsBytes(events.description(PublicAddress.of(http)));
    }

    private static boolean prefersYaml(Request request) {
        var form = request.selectVariant(FORMS);
        return form != null && form.getMediaType().isCompatible(MediaType.valueOf(YAML));
    }
}
