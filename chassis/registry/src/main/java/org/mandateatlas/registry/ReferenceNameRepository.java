package org.mandateatlas.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.time.Times;

/** Finds the display names of the documents that other documents refer to. */
@ApplicationScoped
public class ReferenceNameRepository {

    /** The response field, and the value of {@code include} that requests it. */
    public static final String FIELD = "referenceNames";

    private static final String OWN = """
            select e.stream, e.id, e.display_name, r.document
            from unnest(?::text[], ?::text[]) w(stream, id)
            join entry e on e.stream = w.stream and e.id = w.id
            join revision r on r.stream = e.stream and r.document_id = e.id and r.version = e.version
            where %s""";

    private final DocumentTypes types;
    private final StatementRepository statements;
    private final NameResolver foreign;

    ReferenceNameRepository(DocumentTypes types, StatementRepository statements, NameResolver foreign) {
        this.types = types;
        this.statements = statements;
        this.foreign = foreign;
    }

    /**
     * Returns the names of all documents that some documents refer to.
     *
     * @param times the day of the names, and the instant at which they are known
     * @param position the position of the documents
     */
    public <D extends Document> Included of(
            DocumentType<D> type, Collection<StoredDocument> documents, Times times, String position) {
        // before the names, so that they reflect this position at least
        var reflected = Position.parse(position).floor(foreign.position());
        var references = documents.stream()
                .flatMap(stored -> references(type, stored, times.validAt()))
                .collect(Collectors.toSet());
        var names = new HashMap<>(own(references, times));
        var others = references.stream()
                .filter(reference -> !types.holds(reference.stream()))
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            names.putAll(foreign.names(others, times));
        }
        var all = new TreeMap<String, @Nullable String>();
        references.forEach(reference -> all.put(reference.stream() + "/" + reference.id(), names.get(reference)));
        return new Included(all, reflected.toString());
    }

    private static <D extends Document> Stream<Reference> references(
            DocumentType<D> type, StoredDocument stored, @Nullable LocalDate day) {
        var text = stored.document();
        return text == null
                ? Stream.of()
                : type.references(VersionedDocument.view(type, text, day)).stream()
                        .map(Reference::target);
    }

    private Map<Reference, String> own(Set<Reference> references, Times times) {
        var wanted = references.stream()
                .filter(reference -> types.holds(reference.stream()))
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var streams = wanted.stream().map(Reference::stream).toList();
        var ids = wanted.stream().map(Reference::id).toList();
        var known = Clause.known("e", times.knownAt());
        var values =
                Stream.concat(Stream.of(streams, ids), known.values().stream()).toArray();
        return statements.select(Clause.of(OWN.formatted(known.sql()), values), rows -> read(rows, times.validAt()));
    }

    private Map<Reference, String> read(ResultSet rows, @Nullable LocalDate day) throws SQLException {
        var names = new HashMap<Reference, String>();
        while (rows.next()) {
            var reference = Reference.to(rows.getString("stream"), rows.getString("id"));
            var name = day == null ? rows.getString("display_name") : onDay(reference, rows.getString("document"), day);
            names.put(reference, NameTemplate.fill(name, Reference::id));
        }
        return names;
    }

    /** A document without a name on the day is called by its present one. */
    private String onDay(Reference reference, String text, LocalDate day) {
        var document = new VersionedDocument(types.of(reference.stream()), reference.id(), text);
        var name = document.displayName(day);
        return name.equals(reference.id()) ? document.displayName(null) : name;
    }

    /**
     * The names, and the position that they reflect.
     *
     * @param names the names by {@code stream/id}; null for a document that is not known
     * @param position the position of the documents, and that of the streams of other services
     */
    public record Included(Map<String, @Nullable String> names, String position) {}
}
