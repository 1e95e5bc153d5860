package org.mandateatlas.gateway.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mandateatlas.gateway.http.Compression;

/** A resource of the gateway in one or more representations, selected by {@code Accept}. */
public final class Representation {

    /** JSON. */
    public static final String JSON = "application/json";

    /** HTML. */
    public static final String HTML = "text/html";

    /** YAML (RFC 9512). */
    public static final String YAML = "application/yaml";

    private final List<Form> forms = new ArrayList<>();

    /** Adds a form; the first is what a client gets that has no wish. */
    public Representation as(String type, Function<RoutingContext, Buffer> content) {
        forms.add(new Form(type, content));
        return this;
    }

    /** Answers a request. */
    public void answer(RoutingContext context) {
        String type = new ContentNegotiation(forms.stream().map(Form::type).toArray(String[]::new)).choose(context);
        if (type == null) {
            return;
        }
        Form form = forms.stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
        Buffer content = form.content().apply(context);
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, form.type() + (form.type().equals(HTML) ? ";charset=UTF-8" : ""));
        if (forms.size() > 1) {
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        Compression.allow(response.headers());
        response.end(content);
    }

    /** One form of the page. */
    private record Form(String type, Function<RoutingContext, Buffer> content) {}
}
