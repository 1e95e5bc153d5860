package org.mandateatlas.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mandateatlas.base.json.MergePatch;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.registry.Append.Outcome;

/**
 * Writes to the registry: each appends one revision to the log and updates the index, in a transaction with the other waiting
 * writes of the stream.
 *
 * <p>A stream is locked only for this append. The revision is prepared before, from the last version of the document, and
 * prepared again if another write intervenes.
 */
@ApplicationScoped
public class Registry {

    private static final int ATTEMPTS = 20;

    private final Clock clock;
    private final GroupCommit groups;
    private final RevisionRepository revisions;
    private final ReferenceChecks references;

    Registry(Clock clock, GroupCommit groups, RevisionRepository revisions, ReferenceChecks references) {
        this.clock = clock;
        this.groups = groups;
        this.revisions = revisions;
        this.references = references;
    }

    /** Creates the stream of a document type unless it exists; called for each type before the service is ready. */
    public void open(DocumentType<?> type) {
        QuarkusTransaction.requiringNew().run(() -> revisions.open(type.stream()));
    }

    /**
     * Creates, replaces or restores a document.
     *
     * @throws ProblemException if the precondition fails or the body is invalid
     */
    public <D extends Document> WriteResult put(
            DocumentType<D> type, String id, ObjectNode body, Preconditions conditions, ChangeMetadata metadata) {
        return write(
                type,
                id,
                metadata,
                (last, written) -> {
                    var version = ReadOnlyFields.version(body);
                    var read = version == null || version == last.number()
                            ? last.document()
                            : revisions.document(type.stream(), id, version);
                    ReadOnlyFields.check(type, ReadOnlyFields.given(body), read, written, today());
                    NewEnds.check(type, last, written, metadata.correction());
                },
                last -> {
                    conditions.check(last.existing());
                    return body;
                });
    }

    /**
     * Changes a document by a JSON merge patch (RFC 7396).
     *
     * @throws ProblemException as for {@link #put}; 404 if the document does not exist
     */
    public <D extends Document> WriteResult patch(
            DocumentType<D> type, String id, ObjectNode patch, Preconditions conditions, ChangeMetadata metadata) {
        return write(
                type,
                id,
                metadata,
                (last, written) -> {
                    ReadOnlyFields.check(type, patch, last.document(), written, today());
                    NewEnds.check(type, last, written, metadata.correction());
                },
                last -> {
                    var document = existing(type, id, last, conditions);
                    return MergePatch.apply(DocumentJson.stored(document), patch);
                });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Retracts a document from now on in record time.
     *
     * @throws ProblemException 404 if the document does not exist, 409 with the referrers if other documents refer to it
     */
    public void retract(DocumentType<?> type, String id, Preconditions conditions, ChangeMetadata metadata) {
        var stream = type.stream();
        repeat(type, () -> {
            var last = revisions.last(stream, id);
            existing(type, id, last, conditions);
            return append(new Append(Draft.retraction(stream, id, last, metadata), null, List.of()));
        });
    }

    private static String existing(DocumentType<?> type, String id, LastVersion last, Preconditions conditions) {
        if (last.document() == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, "No " + type.stream() + " '" + id + "' exists.");
        }
        conditions.check(last.number());
        return last.document();
    }

    private <D extends Document> WriteResult write(
            DocumentType<D> type,
            String id,
            ChangeMetadata metadata,
            BiConsumer<LastVersion, D> check,
            Function<LastVersion, ObjectNode> body) {
        return repeat(type, () -> {
            var last = revisions.last(type.stream(), id);
            var valid = ValidDocument.of(type, id, body.apply(last));
            check.accept(last, valid.document());
            if (last.document() != null && valid.content().equals(DocumentText.content(last.document()))) {
                return Optional.of(unchanged(valid, last));
            }
            references.checkOtherServices(valid.references());
            var entry = IndexEntry.of(type, valid.document(), valid.sources());
            return append(new Append(Draft.of(type, valid, last, metadata), entry, references.own(valid.references())))
                    .map(appended -> written(valid, last, appended));
        });
    }

    private static WriteResult unchanged(ValidDocument<?> valid, LastVersion last) {
        var validity = valid.document().validity();
        return new WriteResult(
                WriteResult.Kind.UNCHANGED,
                new StoredDocument(
                        valid.document().id(),
                        last.number(),
                        last.recordedAt(),
                        last.document(),
                        validity.firstDay(),
                        validity.lastDay(),
                        validity.lastAttestedDay(),
                        0),
                null);
    }

    private static WriteResult written(ValidDocument<?> valid, LastVersion last, Outcome.Appended appended) {
        var revision = appended.revision();
        var validity = valid.document().validity();
        return new WriteResult(
                last.document() == null ? WriteResult.Kind.CREATED : WriteResult.Kind.REPLACED,
                new StoredDocument(
                        revision.documentId,
                        revision.version,
                        revision.recordedAt,
                        revision.document,
                        validity.firstDay(),
                        validity.lastDay(),
                        validity.lastAttestedDay(),
                        0),
                appended.position());
    }

    /** Repeats a write until no other write intervenes between reading the document and locking the stream. */
    private <T> T repeat(DocumentType<?> type, Supplier<Optional<T>> write) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var done = write.get();
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new ProblemException(
                ProblemType.SERVICE_UNAVAILABLE, "The " + type.stream() + " is being changed by other writes.");
    }

    /** Appends the revision to its stream; empty if the document is at another version than expected. */
    private Optional<Outcome.Appended> append(Append append) {
        return switch (groups.append(append)) {
            case Outcome.Appended appended -> Optional.of(appended);
            case Outcome.Intervened intervened -> Optional.empty();
            case Outcome.Refused refused -> throw refused.reason();
        };
    }
}
