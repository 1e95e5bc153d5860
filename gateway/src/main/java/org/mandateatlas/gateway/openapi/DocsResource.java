package org.mandateatlas.gateway.openapi;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.mandateatlas.gateway.rest.HtmlPage;
import org.mandateatlas.gateway.rest.HtmlPage.Html;

/** The interactive reference with its scripts and styles, and the page that explains the vocabulary and the data model. */
@Path("/docs")
@PermitAll
@NonBlocking
@Produces(MediaType.TEXT_HTML)
class DocsResource {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Html REFERENCE = HtmlPage.of(POLICY, "/docs/docs.css", "Mandate Atlas API", """
        <nav><a href="/">Mandate Atlas</a> · <a href="/docs/model">Data model and vocabulary</a></nav>
        <main id="docs"><noscript>This page needs JavaScript. The API description is at <a href="/openapi">/openapi</a>.\
        </noscript></main>
        <script src="/docs/swagger-ui-bundle.js"></script>
        <script src="/docs/docs.js"></script>
        """);

    private static final Html MODEL = HtmlPage.of(
            HtmlPage.NO_SCRIPT,
            "/docs/model.css",
            "Mandate Atlas data model",
            new String(DescriptionFile.read("/model.html"), StandardCharsets.UTF_8));

    @GET
    @Operation(hidden = true)
    public Html getReference() {
        return REFERENCE;
    }

    @GET
    @Path("model")
    @Operation(hidden = true)
    public Html getModel() {
        return MODEL;
    }
}
