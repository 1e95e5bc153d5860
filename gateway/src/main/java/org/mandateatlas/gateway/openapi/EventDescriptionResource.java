package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.http.HttpServerRequest;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mandateatlas.gateway.http.PublicAddress;

/** The description of the events (AsyncAPI), with the addresses of the running suite. */
@Path("/")
@Singleton
@PermitAll
@Tag(name = "Guide")
class EventDescriptionResource {

    private static final String YAML = "application/yaml";
    private static final String JSON = MediaType.APPLICATION_JSON;
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(YAML))
            .build();

    private final YAMLMapper yaml = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final EventSchemas schemas;
    private final String broker;

    /** The Kafka client knows the other brokers from the first one. */
    EventDescriptionResource(
            EventSchemas schemas, @ConfigProperty(name = "kafka.bootstrap.servers") List<String> brokers) {
        this.schemas = schemas;
        this.broker = brokers.getFirst();
    }

    @GET
    @Path("asyncapi")
    @Produces({JSON, YAML})
    @Operation(
            summary = "Get the event description",
            description =
                    "The AsyncAPI 3.0 description of topics, feed and webhooks, with the addresses of the running suite, as"
                            + " JSON or, with `Accept: application/yaml` or at `/asyncapi.yaml`, as YAML.")
    @APIResponseSchema(responseCode = "200", value = Description.class)
    public byte[] getEventDescription(@Context Request request, @Context HttpServerRequest http)
            throws JsonProcessingException {
        var form = request.selectVariant(FORMS);
        return form != null && form.getMediaType().isCompatible(MediaType.valueOf(YAML))
                ? asyncApiYaml(http)
                : asyncApiJson(http);
    }

    @GET
    @Path("asyncapi.yaml")
    @Produces(YAML)
    @Operation(hidden = true)
    public byte[] asyncApiYaml(@Context HttpServerRequest http) throws JsonProcessingException {
        return yaml.writeValueAsBytes(description(PublicAddress.of(http)));
    }

    @GET
    @Path("asyncapi.json")
    @Produces(JSON)
    @Operation(hidden = true)
    public byte[] asyncApiJson(@Context HttpServerRequest http) throws JsonProcessingException {
        return json.writeValueAsBytes(description(PublicAddress.of(http)));
    }

    private ObjectNode description(PublicAddress address) {
        var original = schemas.description();
        var servers = original.withObject("/servers").deepCopy();
        servers.withObject("/kafka").put("host", broker);
        servers.withObject("/gateway").put("host", address.authority()).put("protocol", address.scheme());
        var description = original.objectNode();
        description.setAll(original);
        description.set("servers", servers);
        return description;
    }
}
