package org.mandateatlas.gateway.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes documents that have an HTML page for clients that accept HTML, with the headers that restrict the page. */
@Provider
@Produces(MediaType.TEXT_HTML)
class HtmlWriter implements MessageBodyWriter<HtmlView> {

    private static final String NO_DEVICES =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";
    private static final String CONTENT_POLICY = "Content-Security-Policy";

    private final CurrentVertxRequest current;

    HtmlWriter(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType form) {
        return HtmlView.class.isAssignableFrom(type) && form.isCompatible(MediaType.TEXT_HTML_TYPE);
    }

    @Override
    public void writeTo(
            HtmlView view,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType form,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var page = view.html();
        current.getCurrent()
                .response()
                .headers()
                .remove(CONTENT_POLICY); // a browser applies all policies that it receives
        headers.putSingle(CONTENT_POLICY, page.policy());
        headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
        headers.putSingle("Permissions-Policy", NO_DEVICES);
        headers.putSingle("X-Frame-Options", "DENY");
        out.write(page.text().getBytes(StandardCharsets.UTF_8));
    }
}
