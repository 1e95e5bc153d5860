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
import org.mandateatlas.gateway.page.Representation;

/** Serves the two descriptions that the build makes: of the API of the whole suite (OpenAPI) and of its events (AsyncAPI). */
@Singleton
class Descriptions {

    private static final int ORDER = 1_000;

    private final Vertx vertx;

    Descriptions(Vertx vertx) {
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        register(router, "/openapi");
        register(router, "/asyncapi");
    }

    private void register(Router router, String path) {
        Buffer yaml = read(path + ".yaml");
        Future<@Nullable Buffer> json = vertx.executeBlocking(() -> toJson(yaml));
        Representation asYaml = new Representation().as(Representation.YAML, context -> yaml);
        router.route(path + ".yaml").order(ORDER).handler(asYaml::answer);
        router.route(path + ".json")
                .order(ORDER)
                .handler(context -> whenReady(
                        json, context, content -> new Representation().as(Representation.JSON, asked -> content)));
        router.route(path)
                .order(ORDER)
                .handler(context -> whenReady(
                        json,
                        context,
                        content -> new Representation()
                                .as(Representation.YAML, asked -> yaml)
                                .as(Representation.JSON, asked -> content)));
    }

    private static void whenReady(
            Future<@Nullable Buffer> json, RoutingContext context, Function<Buffer, Representation> page) {
        json.onSuccess(content -> page.apply(Objects.requireNonNull(content)).answer(context))
                .onFailure(context::fail);
    }

    static Buffer read(String resource) {
        try (var file = Descriptions.class.getResourceAsStream(resource)) {
            return Buffer.buffer(Objects.requireNonNull(file).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Buffer toJson(Buffer yaml) throws IOException {
        return Buffer.buffer(new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml.getBytes())));
    }
}
