package org.mandateatlas.gateway.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** The frame of the pages for people: one stylesheet, nothing from elsewhere, no script unless the page says so. */
public final class HtmlPage {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String NO_DEVICES =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    private HtmlPage() {}

    /** Returns a page with a title that is plain text and a body that is HTML, and forbids it all that it has no need of. */
    public static Buffer of(RoutingContext context, String title, String body) {
        return of(context, CONTENT_SECURITY_POLICY, "/atlas.css", title, body);
    }

    /** Returns a page with a policy and a stylesheet of its own. */
    public static Buffer of(RoutingContext context, String policy, String stylesheet, String title, String body) {
        context.response()
                .putHeader("Content-Security-Policy", policy)
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Permissions-Policy", NO_DEVICES)
                .putHeader("X-Frame-Options", "DENY");
        return Buffer.buffer("""
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

    /** Returns text in a form that HTML shows as it is. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
