package org.mandateatlas.gateway.discovery;

import static org.mandateatlas.gateway.rest.HtmlPage.escape;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.gateway.rest.HtmlPage;
import org.mandateatlas.gateway.rest.HtmlPage.Html;
import org.mandateatlas.gateway.rest.HtmlView;

/**
 * The explanation of a problem type.
 *
 * @param meaning what happened
 * @param remedy what the client can do
 */
@Schema(name = "ProblemType", description = "A problem type, explained.")
record ProblemExplanation(
        @Schema(description = "URL of the type.", format = "uri", examples = "http://localhost:8080/problems/not-found")
        String type,

        @Schema(description = "Short summary.") String title,
        @Schema(description = "HTTP status.") int status,

        @Schema(description = "What happened.") String meaning,

        @Schema(description = "What the client can do.") String remedy)
        implements HtmlView {

    static ProblemExplanation of(ProblemType type) {
        return new ProblemExplanation(type.reference(), type.title(), type.status(), type.meaning(), type.remedy());
    }

    /** Returns the explanation with an absolute type. */
    ProblemExplanation at(PublicAddress address) {
        return new ProblemExplanation(address.link(type), title, status, meaning, remedy);
    }

    @Override
    public Html html() {
        return HtmlPage.of(title, """
                <main>
                <p><a href="/">Mandate Atlas</a></p>
                <h1>%s</h1>
                <p>HTTP status %d, type <code>%s</code></p>
                <h2>Meaning</h2>
                <p>%s</p>
                <h2>What to do</h2>
                <p>%s</p>
                </main>
                """.formatted(escape(title), status, escape(type), escape(meaning), escape(remedy)));
    }
}
