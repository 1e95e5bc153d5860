package org.mandateatlas.registry;

import java.lang.annotation.Annotation;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.Period;
import org.mandateatlas.registry.model.RecordModel;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.Value;

/**
 * The declarations of a document record, as the registry uses them.
 *
 * @param <D> the document
 */
public final class DocumentModel<D extends Document> {

    private final Class<D> type;
    private final RecordModel model;

    private DocumentModel(Class<D> type) {
        this.type = type;
        this.model = RecordModel.of(type);
    }

    /** Returns the model of a document record. */
    public static <D extends Document> DocumentModel<D> of(Class<D> type) {
        return new DocumentModel<>(type);
    }

    /** Returns the view of a document on a day. */
    @SuppressWarnings("unchecked") // The class of a document is its record class.
    public static <D extends Document> D at(D document, LocalDate day) {
        return of((Class<D>) document.getClass()).view(document, day);
    }

    /**
     * Checks the annotations of the record and of the records inside it.
     *
     * @throws IllegalStateException if an annotation does not fit its component
     */
    public void check() {
        model.check();
    }

    /** Returns the references to other documents, except cited sources. */
    public List<Reference> references(D document) {
        return values(References.class, document).stream()
                .map(DocumentModel::reference)
                .toList();
    }

    /** Returns the reference that an annotated id is. */
    public static Reference reference(Value<References> id) {
        return new Reference(id.pointer(), id.annotation().value(), (String) id.value());
    }

    /** Returns its filterable values. */
    public List<Facet> facets(D document) {
        return values(Filterable.class, document).stream()
                .map(value -> new Facet(facet(value), text(value.value()), value.validity()))
                .distinct()
                .toList();
    }

    private static String facet(Value<Filterable> value) {
        var name = value.annotation().value();
        return name.isEmpty() ? value.component().name() : name;
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? EnumValues.of(constant) : value.toString();
    }

    /** Returns its names, in order of importance. */
    public List<TextValue> names(D document) {
        return texts(Name.class, document);
    }

    /** Returns the other searchable texts. */
    public List<TextValue> texts(D document) {
        return texts(SearchText.class, document);
    }

    private <A extends Annotation> List<TextValue> texts(Class<A> annotation, D document) {
        return values(annotation, document).stream()
                .map(value -> new TextValue(value.pointer(), (String) value.value()))
                .toList();
    }

    /** Returns the annotated values inside the document, in the order of the components. */
    public <A extends Annotation> List<Value<A>> values(Class<A> annotation, D document) {
        return model.values(annotation, (Record) document);
    }

    /** Returns the periods and dates inside the document, its own validity included. */
    public List<Period> periods(D document) {
        return model.periods((Record) document);
    }

    /** Returns the view of the document on a day: the dated items of that day, and what follows from them. */
    public D view(D document, LocalDate day) {
        return type.cast(model.at((Record) document, day));
    }

    /** Returns the descriptions of the components that a writer cannot set, by name. */
    Map<String, String> readOnly() {
        var descriptions = new LinkedHashMap<String, String>();
        for (var component : model.components()) {
            var schema = component.annotation(Schema.class);
            if (schema != null && schema.readOnly()) {
                descriptions.put(component.name(), schema.description());
            }
        }
        return descriptions;
    }

    /** Returns the names of its JSON fields in order; status follows id. */
    public List<String> fields() {
        var fields = new LinkedHashSet<String>();
        model.components().forEach(component -> {
            fields.add(component.name());
            fields.add("status");
        });
        return List.copyOf(fields);
    }
}
