package org.mandateatlas.gateway.openapi;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mandateatlas.gateway.page.HtmlPage;
import org.mandateatlas.gateway.page.Representation;

/** The page on which the API can be read and tried; all of it is served from here. */
@Singleton
class DocsPage {

    private static final int ORDER = 1_000;

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String BODY = """
            <main id="docs"><noscript>This page needs JavaScript; the same description is at <a href="/openapi">/openapi</a>.\
            </noscript></main>
            <script src="/docs/swagger-ui-bundle.js"></script>
            <script src="/docs/docs.js"></script>
            """;

    void register(@Observes Router router) {
        Representation page = new Representation().as(Representation.HTML, DocsPage::content);
        router.route("/docs").order(ORDER).handler(page::answer);
    }

    private static Buffer content(RoutingContext context) {
        return HtmlPage.of(context, CONTENT_SECURITY_POLICY, "/docs/swagger-ui.css", "The API of Mandate Atlas", BODY);
    }
}
