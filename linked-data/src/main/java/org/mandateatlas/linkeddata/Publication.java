package org.mandateatlas.linkeddata;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.mandateatlas.edge.DocumentReads;
import org.mandateatlas.edge.PublicAddress;

/** Serves the JSON-LD context, the vocabulary and the description of the dataset, with IRIs at the public address. */
@Singleton
class Publication {

    private static final String BASE = "{base}";
    private static final String ONE_HOUR = "public, max-age=3600";

    private final DocumentReads documents;
    private final String context = read("/context.jsonld");
    private final String vocabulary = read("/vocabulary.jsonld");

    Publication(DocumentReads documents) {
        this.documents = documents;
    }

    void register(@Observes Router router) {
        LinkedData.handle(router, "/context.jsonld", request -> send(request, context));
        LinkedData.handle(router, "/vocabulary", request -> send(request, vocabulary));
        LinkedData.handle(router, "/dataset", this::describe);
    }

    private static void send(RoutingContext context, String text) {
        var address = PublicAddress.of(context.request());
        LinkedData.send(context, LinkedData.JSON_LD, ONE_HOUR, text.replace(BASE, address.link("")));
    }

    private void describe(RoutingContext context) {
        var address = PublicAddress.of(context.request());
        context.response().headers().set("Link", "</.well-known/api-catalog>; rel=\"api-catalog\"");
        var description = new DatasetDescription(address, documents.collections());
        LinkedData.send(
                context, LinkedData.JSON_LD, ONE_HOUR, description.json().encodePrettily());
    }

    private static String read(String name) {
        try (var in = Objects.requireNonNull(Publication.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
