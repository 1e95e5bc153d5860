package org.mandateatlas.gateway.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mandateatlas.gateway.rest.HtmlPage.Html;

/** The page that explains the vocabulary and the data model. */
@Path(ModelResource.PATH)
@PermitAll
class ModelResource {

    static final String PATH = "/docs/model";

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Html page() {
        return Rendered.PAGE;
    }

    /** Rendered on the first request. */
    private static final class Rendered {
        static final Html PAGE = ModelPage.render();
    }
}
