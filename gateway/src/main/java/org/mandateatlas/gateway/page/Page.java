package org.mandateatlas.gateway.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.edge.Compression;
import org.mandateatlas.gateway.problem.Problem;
import org.mandateatlas.gateway.problem.ProblemType;

/** Something of the gateway's own that can be read, in one or more forms; the client's {@code Accept} chooses. */
public final class Page {

    /** JSON. */
    public static final String JSON = "application/json";

    /** HTML. */
    public static final String HTML = "text/html";

    /** YAML (RFC 9512). */
    public static final String YAML = "application/yaml";

    private final List<Form> forms = new ArrayList<>();

    /** Adds a form; the first is what a client gets that has no wish. */
    public Page as(String type, Function<RoutingContext, Buffer> content) {
        forms.add(new Form(type, new ParsableMIMEValue(type).forceParse(), content));
        return this;
    }

    /** Answers a request. */
    public void answer(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            new Problem(ProblemType.METHOD_NOT_ALLOWED, "This can only be read.").send(context);
            return;
        }
        Form form = choose(context);
        if (form == null) {
            new Problem(ProblemType.NOT_ACCEPTABLE, "This can be had as " + String.join(", ", types()) + ".")
                    .send(context);
            return;
        }
        Buffer content = form.content().apply(context);
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, form.type() + (form.type().equals(HTML) ? ";charset=UTF-8" : ""));
        if (forms.size() > 1) {
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        Compression.allow(response.headers());
        response.end(content);
    }

    private @Nullable Form choose(RoutingContext context) {
        List<MIMEHeader> wishes = context.parsedHeaders().accept();
        if (wishes.isEmpty()) {
            return forms.getFirst();
        }
        MIMEHeader best = context.parsedHeaders()
                .findBestUserAcceptedIn(wishes, forms.stream().map(Form::mime).toList());
        return forms.stream()
                .filter(form -> form.mime().equals(best))
                .findFirst()
                .orElse(null);
    }

    private List<String> types() {
        return forms.stream().map(Form::type).toList();
    }

    /** One form of the page. */
    private record Form(String type, MIMEHeader mime, Function<RoutingContext, Buffer> content) {}
}
