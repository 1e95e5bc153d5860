package org.mandateatlas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The data model as a page: a diagram, the terms of the nomenclature, and the values of all enums with the descriptions of the
 * API description.
 */
final class ModelPage {

    private ModelPage() {}

    /** Renders the page's content as HTML. */
    static String render(Path nomenclature, JsonNode api) throws IOException {
        return template()
                .replace("<!-- terms -->", terms(Files.readString(nomenclature)))
                .replace("<!-- values -->", values(api));
    }

    private static String template() throws IOException {
        try (var page = ModelPage.class.getResourceAsStream("/model.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Renders the nomenclature without its title, with an id on each section and term. */
    static String terms(String markdown) {
        var document = Parser.builder().build().parse(markdown);
        if (document.getFirstChild() instanceof Heading title && title.getLevel() == 1) {
            title.unlink();
        }
        return HtmlRenderer.builder()
                .attributeProviderFactory(context -> ModelPage::addId)
                .build()
                .render(document);
    }

    private static void addId(Node node, String tag, Map<String, String> attributes) {
        var name =
                node instanceof Heading || (node instanceof Paragraph && node.getFirstChild() instanceof StrongEmphasis)
                        ? node instanceof Heading ? node : node.getFirstChild()
                        : null;
        if (name != null && name.getFirstChild() instanceof Text text) {
            attributes.put("id", id(text.getLiteral()));
        }
    }

    private static String id(String term) {
        return term.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", "");
    }

    /** Renders the values of all enums with their descriptions. */
    static String values(JsonNode api) {
        var html = new StringBuilder();
        for (var schema : api.at("/components/schemas").properties()) {
            if (schema.getValue().has("x-enum-descriptions")) {
                append(html, schema);
            }
        }
        return html.toString();
    }

    private static void append(StringBuilder html, Entry<String, JsonNode> schema) {
        var values = schema.getValue().path("enum");
        var texts = schema.getValue().path("x-enum-descriptions");
        var meaning = schema.getValue()
                .path("description")
                .asText()
                .lines()
                .findFirst()
                .orElse("");
        html.append("<section>\n<h3 id=\"%s\">%s</h3>\n<p>%s</p>\n<dl>\n"
                .formatted(schema.getKey(), schema.getKey(), inline(meaning)));
        for (int i = 0; i < values.size(); i++) {
            html.append("<dt><code>%s</code></dt><dd>%s</dd>\n"
                    .formatted(
                            escape(values.get(i).asText()), inline(texts.get(i).asText())));
        }
        html.append("</dl>\n</section>\n");
    }

    private static String inline(String text) {
        return escape(text).replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
