package org.mandateatlas.registry.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Extensible;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.EnumSchemas;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.registry.model.References;

/**
 * Notes in the schemas what the JSON-LD context is made of: the term of a published vocabulary ({@code x-term}) and the stream of the
 * documents that a field refers to ({@code x-stream}). The merged description leaves them out.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = LinkedTerms.LAST)
public class LinkedTerms implements OASFilter {

    /** After the filters that describe fields, so that the order of what is written is always the same. */
    static final int LAST = -1;

    private static final DotName TERM = DotName.createSimple(Term.class);
    private static final DotName REFERENCES = DotName.createSimple(References.class);
    private static final String TERM_OF = "x-term";
    private static final String STREAM_OF = "x-stream";

    /** The fields that all documents have. */
    private static final Map<String, String> OF_DOCUMENTS = Map.of(
            "id", "dcterms:identifier",
            "version", "schema:version",
            "recordedAt", "prov:generatedAtTime",
            "validity", "dcterms:temporal",
            "citations", "prov:qualifiedInfluence");

    private final Map<String, Noted> schemas = new HashMap<>();

    /** What is noted about a schema. */
    private static final class Noted {
        private @Nullable String term;
        private final Map<String, Map<String, String>> fields = new HashMap<>();

        private void field(String name, String extension, String value) {
            fields.computeIfAbsent(name, none -> new HashMap<>()).put(extension, value);
        }
    }

    public LinkedTerms(IndexView index) {
        for (var type : index.getKnownClasses()) {
            if (type.isRecord()) {
                var noted = noted(EnumSchemas.schemaName(type));
                var term = type.declaredAnnotation(TERM);
                noted.term = term == null ? null : term.value().asString();
                type.recordComponents().forEach(component -> note(noted, component));
            }
        }
    }

    private static void note(Noted noted, RecordComponentInfo component) {
        var reference = component.annotation(REFERENCES);
        if (reference != null) {
            noted.field(component.name(), STREAM_OF, reference.value().asString());
        }
        var term = component.annotation(TERM);
        if (term != null) {
            noted.field(component.name(), TERM_OF, term.value().asString());
            var stream = term.value("stream");
            if (stream != null) {
                noted.field(component.name(), STREAM_OF, stream.asString());
            }
        }
    }

    private Noted noted(String schema) {
        return schemas.computeIfAbsent(schema, none -> new Noted());
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> {
            var noted = schemas.getOrDefault(name, new Noted());
            add(schema, TERM_OF, noted.term);
            if (schema.getProperties() != null) {
                schema.getProperties().forEach((field, property) -> complete(noted, field, property));
            }
        });
    }

    private static void complete(Noted noted, String field, Schema property) {
        var given = noted.fields.getOrDefault(field, Map.of());
        add(property, TERM_OF, given.getOrDefault(TERM_OF, OF_DOCUMENTS.get(field)));
        add(property, STREAM_OF, given.get(STREAM_OF));
    }

    private static void add(Extensible<?> part, String extension, @Nullable String value) {
        if (value != null) {
            part.addExtension(extension, value);
        }
    }
}
