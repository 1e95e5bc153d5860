package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.page.Page;

/** Serves the OpenAPI description of the whole suite, which the build merges from the owners' descriptions. */
@Singleton
class ApiDescription {

    private static final int ORDER = 1_000;

    private final Buffer yaml;
    private final Future<@Nullable Buffer> json;

    ApiDescription(Vertx vertx) {
        this.yaml = read();
        this.json = vertx.executeBlocking(() -> toJson(yaml));
    }

    void register(@Observes Router router) {
        Page asYaml = new Page().as(Page.YAML, context -> yaml);
        router.route("/openapi.yaml").order(ORDER).handler(asYaml::answer);
        router.route("/openapi.json")
                .order(ORDER)
                .handler(context -> whenReady(context, content -> new Page().as(Page.JSON, asked -> content)));
        router.route("/openapi")
                .order(ORDER)
                .handler(context -> whenReady(
                        context,
                        content -> new Page().as(Page.YAML, asked -> yaml).as(Page.JSON, asked -> content)));
    }

    private void whenReady(RoutingContext context, Function<Buffer, Page> page) {
        json.onSuccess(content -> page.apply(Objects.requireNonNull(content)).answer(context))
                .onFailure(context::fail);
    }

    private static Buffer read() {
        try (var file = ApiDescription.class.getResourceAsStream("/openapi.yaml")) {
            return Buffer.buffer(Objects.requireNonNull(file).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Buffer toJson(Buffer yaml) throws IOException {
        return Buffer.buffer(new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml.getBytes())));
    }
}
