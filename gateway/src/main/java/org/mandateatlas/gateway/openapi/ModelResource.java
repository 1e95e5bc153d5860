package org.mandateatlas.gateway.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mandateatlas.gateway.rest.HtmlPage;
import org.mandateatlas.gateway.rest.HtmlPage.Html;

/** The page that explains the vocabulary and the data model. */
@Path(ModelResource.PATH)
@PermitAll
class ModelResource {

    static final String PATH = "/docs/model";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Html page = read();

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Html getModel() {
        return page;
    }

    private static Html read() {
        var content = new String(DescriptionFile.read("/model.html"), StandardCharsets.UTF_8);
        return HtmlPage.of(POLICY, "/docs/model.css", "Mandate Atlas data model", content);
    }
}
