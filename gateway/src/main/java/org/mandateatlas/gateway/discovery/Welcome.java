package org.mandateatlas.gateway.discovery;

import static org.mandateatlas.gateway.rest.HtmlPage.escape;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.gateway.rest.HtmlPage;
import org.mandateatlas.gateway.rest.HtmlPage.Html;
import org.mandateatlas.gateway.rest.HtmlView;
import org.mandateatlas.gateway.rest.Link;

/**
 * The start page: what the registry is and links to its parts.
 *
 * @param collections links to the collections, shown on the HTML page only
 * @param example URL of an example read, shown on the HTML page only
 */
@Schema(name = "Welcome", description = "What the registry is, and links to its parts.")
record Welcome(
        @Schema(description = "Name of the API.") String name,
        @Schema(description = "What the registry is.") String description,
        @Schema(description = "Where to go from here.") List<Link> links,
        @JsonIgnore @Schema(hidden = true) List<Link> collections,
        @JsonIgnore @Schema(hidden = true) String example)
        implements HtmlView {

    @Override
    public Html html() {
        return HtmlPage.of(name, """
                <main>
                <h1>%s</h1>
                <p>%s Every fact cites its source. Every read accepts a valid time and a record time.</p>
                <h2>Collections</h2>
                <ul>
                %s</ul>
                <h2>Example</h2>
                <p>The International Organization for Migration at the end of 2004:</p>
                <pre><code>curl '%s'</code></pre>
                <p><a href="%s">Open in this browser</a></p>
                <h2>More</h2>
                <ul>
                %s</ul>
                </main>
                """.formatted(
                escape(name), escape(description), items(collections), escape(example), escape(example), items(links)));
    }

    private static String items(List<Link> links) {
        return links.stream()
                .map(link -> "<li><a href=\"%s\">%s</a></li>\n".formatted(escape(link.href()), escape(link.title())))
                .collect(Collectors.joining());
    }
}
