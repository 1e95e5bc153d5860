package org.mandateatlas.registry.timeline;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.NameTemplate;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.TimelineEntry;
import org.mandateatlas.registry.model.Value;

/** Collects the timeline of one document: the entries that its record declares, and those that its kind adds by code. */
public final class TimelineBuilder {

    private static final Pattern HYPHENATED = Pattern.compile("[a-z]+(-[a-z]+)+");
    private static final Pattern IN_A_LIST = Pattern.compile(".*/\\d+/.*");

    private final List<DatedItem> items = new ArrayList<>();
    private final Map<String, Reference> references = new HashMap<>();
    private final List<Value<TimelineEntry>> declared;
    private final ObjectNode tree;
    private final String name;
    private final Set<Reference> subjects;
    private final Document document;

    private TimelineBuilder(
            Document document,
            String name,
            Set<Reference> subjects,
            List<Reference> references,
            List<Value<TimelineEntry>> declared) {
        this.document = document;
        this.tree = DocumentJson.tree(document);
        this.name = name;
        this.subjects = subjects;
        this.declared = declared;
        references.forEach(reference -> this.references.put(reference.pointer(), reference));
    }

    /** Returns the timeline of a document. */
    public static <D extends Document> List<DatedItem> items(DocumentType<D> type, D document) {
        var builder = new TimelineBuilder(
                document,
                NameTemplate.placeholder(type.stream(), document.id()),
                type.subjects(document),
                type.references(document),
                type.model().values(TimelineEntry.class, document));
        type.timeline(document, builder);
        return List.copyOf(builder.items);
    }

    /** Returns the placeholder for the name of the document. */
    public String name() {
        return name;
    }

    /** Adds the entries that the record declares. */
    public void addDeclared() {
        declared.forEach(this::add);
    }

    /**
     * Adds an entry about the document, if its date is known.
     *
     * @param cited the fact that the entry is about
     * @param validity when the fact holds
     */
    public void add(@Nullable PartialDate date, String event, String text, Cited cited, Validity validity) {
        add(date, event, text, cited, validity, subjects);
    }

    /** Adds an entry that is about some institutions, and about the functions and processes of the document. */
    public void add(
            @Nullable PartialDate date,
            String event,
            String text,
            Cited cited,
            Validity validity,
            List<String> institutions) {
        var about = new ArrayList<Reference>();
        subjects.stream()
                .filter(subject -> !subject.stream().equals("institution"))
                .forEach(about::add);
        institutions.forEach(id -> about.add(Reference.to("institution", id)));
        add(date, event, text, cited, validity, Set.copyOf(about));
    }

    private void add(
            @Nullable PartialDate date,
            String event,
            String text,
            Cited cited,
            Validity validity,
            Set<Reference> about) {
        var citations = DocumentJson.tree(cited).path("citations");
        add(date, event, text, citations, validity, about);
    }

    private void add(Value<TimelineEntry> value) {
        var pointer = value.pointer().substring(0, value.pointer().lastIndexOf('/'));
        var item = tree.at(JsonPointer.compile(pointer));
        var about = new TreeSet<>(java.util.Comparator.comparing(Reference::term));
        about.addAll(subjects);
        if (!pointer.isEmpty()) {
            references.values().stream()
                    .filter(reference -> reference.pointer().startsWith(pointer + "/"))
                    .map(reference -> Reference.to(reference.stream(), reference.id()))
                    .filter(reference -> DocumentType.SUBJECTS.contains(reference.stream()))
                    .forEach(about::add);
        }
        var entry = value.annotation();
        var citations = item.path("citations");
        switch (value.value()) {
            case Validity period -> {
                add(period.from(), entry.begin(), text(entry.text(), pointer, item), citations, period, about);
                add(period.to(), entry.end(), text(entry.endText(), pointer, item), citations, period, about);
            }
            case PartialDate date -> {
                var validity =
                        IN_A_LIST.matcher(value.pointer()).matches() ? new Validity(date, null) : Validity.ALWAYS;
                add(date, entry.begin(), text(entry.text(), pointer, item), citations, validity, about);
            }
            case LocalDate day ->
                add(
                        PartialDate.of(day.toString()),
                        entry.begin(),
                        text(entry.text(), pointer, item),
                        citations,
                        Validity.ALWAYS,
                        about);
            default ->
                throw new IllegalStateException(value.component() + " is no date, but is an entry of the timeline");
        }
    }

    private void add(
            @Nullable PartialDate date,
            String event,
            String text,
            JsonNode citations,
            Validity validity,
            Set<Reference> about) {
        if (date != null && !event.isEmpty()) {
            items.add(new DatedItem(
                    date,
                    event,
                    text,
                    about.stream().map(Reference::term).sorted().distinct().toList(),
                    DocumentJson.write(citations.isEmpty() ? tree.path("citations") : citations),
                    validity));
        }
    }

    /** Returns the document's own validity. */
    public Validity validity() {
        return document.validity();
    }

    private String text(String template, String pointer, JsonNode item) {
        return TimelineText.fill(template, field -> value(field, pointer, item));
    }

    private @Nullable String value(String field, String pointer, JsonNode item) {
        var reference = references.get(pointer + "/" + field.replace('.', '/'));
        if (reference != null) {
            return NameTemplate.placeholder(reference.stream(), reference.id());
        }
        var value = item.at("/" + field.replace('.', '/'));
        if (field.equals("name") && (pointer.isEmpty() || !value.isTextual())) {
            return name;
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        var text = value.textValue();
        return text != null && HYPHENATED.matcher(text).matches() ? text.replace('-', ' ') : text;
    }
}
