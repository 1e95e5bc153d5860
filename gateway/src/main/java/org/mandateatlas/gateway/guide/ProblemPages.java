package org.mandateatlas.gateway.guide;

import static org.mandateatlas.gateway.page.HtmlPage.escape;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mandateatlas.gateway.page.HtmlPage;
import org.mandateatlas.gateway.page.Representation;
import org.mandateatlas.gateway.problem.ProblemType;

/** Explains, under the address that a problem document gives as its type, what it means and what to do. */
@Singleton
class ProblemPages {

    private static final int ORDER = 1_000;

    void register(@Observes Router router) {
        for (ProblemType type : ProblemType.values()) {
            Representation page = new Representation()
                    .as(Representation.JSON, context -> document(type))
                    .as(Representation.HTML, context -> page(context, type));
            router.route(type.reference()).order(ORDER).handler(page::answer);
        }
    }

    private static Buffer document(ProblemType type) {
        return new JsonObject()
                .put("type", type.reference())
                .put("title", type.title())
                .put("status", type.status())
                .put("meaning", type.meaning())
                .put("remedy", type.remedy())
                .toBuffer();
    }

    private static Buffer page(RoutingContext context, ProblemType type) {
        return HtmlPage.of(context, type.title(), """
                <main>
                <p><a href="/">Mandate Atlas</a></p>
                <h1>%s</h1>
                <p>HTTP status %d, type <code>%s</code></p>
                <h2>What it means</h2>
                <p>%s</p>
                <h2>What to do</h2>
                <p>%s</p>
                </main>
                """.formatted(
                        escape(type.title()),
                        type.status(),
                        escape(type.reference()),
                        escape(type.meaning()),
                        escape(type.remedy())));
    }
}
