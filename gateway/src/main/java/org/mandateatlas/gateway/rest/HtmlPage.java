package org.mandateatlas.gateway.rest;

/** An HTML page with the common frame: one stylesheet, no external resources, and no script unless the page allows it. */
public final class HtmlPage {

    /** The strictest content security policy. */
    public static final String NO_SCRIPT =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private HtmlPage() {}

    /** Returns a page with a plain-text title, an HTML body and the strictest content security policy. */
    public static Html of(String title, String body) {
        return of(NO_SCRIPT, "/atlas.css", title, body);
    }

    /** Returns a page with its own content security policy and stylesheet. */
    public static Html of(String policy, String stylesheet, String title, String body) {
        return new Html(policy, """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="/atlas.svg" type="image/svg+xml">
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(escape(title), stylesheet, body));
    }

    /** Escapes plain text for HTML. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * A rendered page.
     *
     * @param policy its content security policy
     * @param text the HTML
     */
    public record Html(String policy, String text) implements HtmlView {

        @Override
        public Html html() {
            return this;
        }
    }
}
