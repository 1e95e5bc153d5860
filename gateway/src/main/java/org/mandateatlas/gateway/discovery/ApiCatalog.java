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
record ApiCatalog(
        @Schema(description = "One entry per API.") List<LinkContext> linkset) {

    /** The links of one API; relations without links are omitted. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "ApiCatalogEntry", description = "The links of one API.")
    record LinkContext(
            @Schema(description = "URL of the API.", format = "uri")
            String anchor,

            @Schema(description = "Collections of the API.") List<LinkTarget> item,

            @Schema(description = "Machine-readable descriptions.") @JsonProperty("service-desc")
            List<LinkTarget> serviceDesc,

            @Schema(description = "Metadata for machines.") @JsonProperty("service-meta")
            List<LinkTarget> serviceMeta,

            @Schema(description = "Documentation for people.") @JsonProperty("service-doc")
            List<LinkTarget> serviceDoc,

            @Schema(description = "Health of the API.") List<LinkTarget> status,

            @Schema(description = "Other forms of the same data.")
            List<LinkTarget> alternate) {}

    /** A typed link. */
    @Schema(name = "ApiCatalogLink", description = "A typed link.")
    record LinkTarget(
            @Schema(description = "Target of the link.", format = "uri")
            String href,

            @Schema(description = "Media type of the target.")
            String type,

            @Schema(description = "Title of the target.") String title) {}
}
