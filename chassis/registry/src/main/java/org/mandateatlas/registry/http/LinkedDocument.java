package org.mandateatlas.registry.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.StoredDocument;

/**
 * The JSON-LD representation of a document: its JSON, after the URL of the context, the IRI and the type.
 *
 * @param type the kind of document
 * @param context URL of the context
 * @param iri what the JSON describes
 * @param general the IRI of the document of which that is a version; null if it is the document itself
 */
record LinkedDocument(
        DocumentType<?> type,
        String context,
        String iri,
        @Nullable String general) {

    static final MediaType TYPE = MediaType.valueOf(DocumentEndpoint.JSON_LD);

    /** Describes a document at its persistent URL. */
    static LinkedDocument of(DocumentType<?> type, String id, UriInfo uri) {
        return new LinkedDocument(type, absolute(uri, "/context.jsonld"), persistent(type, id, uri), null);
    }

    /** Describes a version, at the URL of the request. */
    static LinkedDocument ofVersion(DocumentType<?> type, String id, UriInfo uri) {
        var version = absolute(uri, uri.getRequestUri().getRawPath());
        return new LinkedDocument(type, absolute(uri, "/context.jsonld"), version, persistent(type, id, uri));
    }

    private static String persistent(DocumentType<?> type, String id, UriInfo uri) {
        return absolute(uri, "/id/" + type.collection() + "/" + id);
    }

    private static String absolute(UriInfo uri, String path) {
        return uri.getBaseUri().resolve(path).toString();
    }

    /** Returns the bytes of a rendered document. */
    byte[] bytes(StoredDocument stored, DocumentRenderer view) {
        var json = new StringBuilder("{\"@context\":")
                .append(DocumentJson.quoted(context))
                .append(",\"@id\":")
                .append(DocumentJson.quoted(iri))
                .append(",\"@type\":")
                .append(DocumentJson.quoted(schema()));
        if (general != null) {
            json.append(",\"specializationOf\":").append(DocumentJson.quoted(general));
        }
        var same = sameAs(type, Objects.requireNonNull(stored.document()));
        if (!same.isEmpty()) {
            json.append(",\"sameAs\":")
                    .append(same.stream().map(DocumentJson::quoted).collect(Collectors.joining(",", "[", "]")));
        }
        var start = json.length();
        view.append(stored, json);
        json.setCharAt(start, ',');
        return DocumentRenderer.bytes(json);
    }

    private static <D extends Document> List<String> sameAs(DocumentType<D> type, String document) {
        return type.sameAs(DocumentJson.stored(document, type.record()));
    }

    /** The class has the name of the schema. */
    private String schema() {
        var declared = type.record().getAnnotation(Schema.class);
        return declared == null || declared.name().isEmpty() ? type.record().getSimpleName() : declared.name();
    }
}
