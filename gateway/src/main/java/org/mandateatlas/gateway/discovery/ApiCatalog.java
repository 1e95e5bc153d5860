package org.mandateatlas.gateway.discovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A linkset (RFC 9264): for each API, links by relation.
 *
 * @param linkset the APIs
 */
@Schema(description = "A linkset (RFC 9264) that lists the APIs and their descriptions.")
record ApiCatalog(List<LinkContext> linkset) {

    /** The links of one API; relations without links are omitted. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "ApiCatalogEntry", description = "The links of one API.")
    record LinkContext(
            @Schema(format = "uri") String anchor,

            List<LinkTarget> item,
            @JsonProperty("service-desc") List<LinkTarget> serviceDesc,
            @JsonProperty("service-meta") List<LinkTarget> serviceMeta,
            @JsonProperty("service-doc") List<LinkTarget> serviceDoc,
            List<LinkTarget> status,
            List<LinkTarget> alternate) {}

    /** A typed link. */
    @Schema(name = "ApiCatalogLink", description = "A typed link.")
    record LinkTarget(@Schema(format = "uri") String href, String type, String title) {}
}
