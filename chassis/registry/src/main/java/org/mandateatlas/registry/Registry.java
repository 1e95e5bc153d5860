package org.mandateatlas.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.json.MergePatch;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.Slug;

/**
 * The way in: every write to the registry, from the API and from the dataset alike, appends one revision to the log and
 * brings the index along, in one transaction of its own or in the one that its caller has begun.
 */
@ApplicationScoped
public class Registry {

    /** What the search index of PostgreSQL can bear. */
    private static final int LARGEST_DOCUMENT = 600_000;

    private final Clock clock;
    private final Event<RevisionCommitted> committed;
    private final EntryRepository entries;
    private final RevisionRepository revisions;
    private final DocumentTypes types;
    private final ReferenceResolver elsewhere;

    Registry(
            Clock clock,
            Event<RevisionCommitted> committed,
            EntryRepository entries,
            RevisionRepository revisions,
            DocumentTypes types,
            ReferenceResolver elsewhere) {
        this.clock = clock;
        this.committed = committed;
        this.entries = entries;
        this.revisions = revisions;
        this.types = types;
        this.elsewhere = elsewhere;
    }

    /** Makes the stream of a kind of document unless it exists; done for each kind before the service is ready. */
    public void open(DocumentType<?> type) {
        QuarkusTransaction.requiringNew().run(() -> revisions.open(type.stream()));
    }

    /**
     * Creates, replaces or restores a document.
     *
     * @throws ProblemException when the condition does not hold, the body is no such document or breaks a rule
     */
    public <D extends Document> WriteResult put(
            DocumentType<D> type, String id, ObjectNode body, Preconditions conditions, ChangeMetadata reason) {
        return change(type, id, Presence.OPTIONAL, conditions, reason, this::refuseUnheardOf, current -> body);
    }

    /**
     * Creates or replaces a document of the bundled dataset, whatever its version. What it refers to in other services was
     * checked when the dataset was built; their streams may still be on their way.
     *
     * @throws ProblemException when the body is no such document or breaks a rule
     */
    public <D extends Document> WriteResult putBundled(
            DocumentType<D> type, String id, ObjectNode body, ChangeMetadata reason) {
        return change(type, id, Presence.OPTIONAL, Preconditions.NONE, reason, references -> {}, current -> body);
    }

    /**
     * Changes a document by a JSON merge patch (RFC 7396).
     *
     * @throws ProblemException as for {@link #put}; 404 when there is no such document
     */
    public <D extends Document> WriteResult patch(
            DocumentType<D> type, String id, ObjectNode patch, Preconditions conditions, ChangeMetadata reason) {
        return change(
                type,
                id,
                Presence.REQUIRED,
                conditions,
                reason,
                this::refuseUnheardOf,
                current -> MergePatch.apply(Objects.requireNonNull(current), patch));
    }

    /**
     * Retracts a document: from now on the registry does not know it any more, and did until now.
     *
     * @throws ProblemException 409 with the referrers when others still refer to it
     */
    public WriteResult retract(DocumentType<?> type, String id, Preconditions conditions, ChangeMetadata reason) {
        return commit(type, () -> {
            var head = StreamHead.locked(type.stream());
            var last = revisions.last(type.stream(), id).orElse(null);
            if (last == null || last.document == null) {
                throw absent(type, id);
            }
            conditions.check(last.version);
            refuseWhileReferredTo(type, id);
            var revision = next(head, type, id, last, reason);
            revision.change = "retracted";
            revision.effective = last.effective;
            revision.patch = JsonPatches.between(last.document, null);
            append(head, revision);
            entries.supersede(type.stream(), id, revision.recordedAt);
            entries.remove(type.stream(), id);
            return new WriteResult(WriteResult.Kind.RETRACTED, revision.version, last.document);
        });
    }

    private <D extends Document> WriteResult change(
            DocumentType<D> type,
            String id,
            Presence presence,
            Preconditions conditions,
            ChangeMetadata reason,
            Consumer<List<Reference>> abroad,
            Function<@Nullable ObjectNode, ObjectNode> next) {
        return commit(type, () -> {
            var head = StreamHead.locked(type.stream());
            var last = revisions.last(type.stream(), id).orElse(null);
            var before = last == null || last.document == null ? null : DocumentJson.stored(last.document);
            if (before == null && presence == Presence.REQUIRED) {
                throw absent(type, id);
            }
            conditions.check(before == null || last == null ? null : last.version);
            var document = read(type, id, next.apply(before));
            var sources = checked(type, document);
            var tree = DocumentJson.tree(document);
            if (before != null && last != null && sameContent(before, tree)) {
                return new WriteResult(WriteResult.Kind.UNCHANGED, last.version, DocumentJson.write(before));
            }
            var revision = next(head, type, id, last, reason);
            tree.put("version", revision.version).put("recordedAt", revision.recordedAt.toString());
            revision.document = DocumentJson.write(tree);
            refuseTooLarge(revision.document);
            revision.change = word(type, last, before, document, reason);
            revision.effective = Effective.of(revision.change, type.ending(), document.validity());
            revision.patch = JsonPatches.between(last == null ? null : last.document, revision.document);
            append(head, revision);
            index(type, id, revision, document, sources, abroad);
            var kind = before == null ? WriteResult.Kind.CREATED : WriteResult.Kind.REPLACED;
            return new WriteResult(kind, revision.version, revision.document);
        });
    }

    private WriteResult commit(DocumentType<?> type, java.util.concurrent.Callable<WriteResult> work) {
        var written = QuarkusTransaction.joiningExisting().call(work);
        if (written.kind() != WriteResult.Kind.UNCHANGED) {
            committed.fire(new RevisionCommitted(type.stream()));
        }
        return written;
    }

    private Revision next(
            StreamHead head, DocumentType<?> type, String id, @Nullable Revision last, ChangeMetadata reason) {
        var revision = new Revision();
        revision.stream = type.stream();
        revision.sequence = head.sequence + 1;
        revision.documentId = id;
        revision.version = last == null ? 1 : last.version + 1;
        revision.recordedAt = head.nextInstant(clock);
        revision.correction = reason.correction();
        revision.actor = reason.actor();
        revision.note = reason.note();
        revision.traceparent = reason.traceparent();
        return revision;
    }

    private void append(StreamHead head, Revision revision) {
        revision.hash = HashChain.hash(head.hash, revision);
        head.advance(revision);
        revisions.persistAndFlush(revision);
    }

    private <D extends Document> void index(
            DocumentType<D> type,
            String id,
            Revision revision,
            D document,
            List<Reference> sources,
            Consumer<List<Reference>> abroad) {
        if (revision.version > 1) {
            entries.supersede(type.stream(), id, revision.recordedAt);
        }
        entries.add(type.stream(), id);
        entries.add(type.stream(), id, revision.version, revision.recordedAt, IndexEntry.of(type, document, sources));
        var own = new ArrayList<Reference>();
        var others = new ArrayList<Reference>();
        Stream.concat(sources.stream(), type.references(document).stream())
                .forEach(reference -> (types.holds(reference.stream()) ? own : others).add(reference));
        refuse(entries.refer(type.stream(), id, own));
        abroad.accept(others);
    }

    private void refuseUnheardOf(List<Reference> references) {
        var living = elsewhere.living(references);
        var dangling = references.stream()
                .filter(reference -> !living.contains(reference.target()))
                .toList();
        for (var reference : dangling) {
            if (elsewhere.isSilent(reference.stream())) {
                throw new ProblemException(
                        ProblemType.OWNER_UNAVAILABLE,
                        "Whether there is a " + reference.stream() + " '" + reference.id()
                                + "' cannot be told yet: nothing has been heard of the " + reference.stream()
                                + " stream.");
            }
        }
        refuse(dangling);
    }

    private static void refuse(List<Reference> dangling) {
        var violations = new Violations();
        for (var reference : dangling) {
            violations.add(reference.pointer(), "there is no " + reference.stream() + " '" + reference.id() + "'");
        }
        violations.throwIfAny(ProblemType.RULE_VIOLATED, "The document refers to what the registry does not hold.");
    }

    private void refuseWhileReferredTo(DocumentType<?> type, String id) {
        var referrers = entries.referrers(type.stream(), id).stream()
                .map(referrer -> Violation.at("", "the " + referrer.stream() + " '" + referrer.id() + "' refers to it"))
                .toList();
        if (!referrers.isEmpty()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "The " + type.stream() + " '" + id + "' is still referred to, by " + referrers.size()
                            + (referrers.size() == 1 ? " document." : " documents."),
                    referrers);
        }
    }

    private static void refuseTooLarge(String document) {
        if (document.length() > LARGEST_DOCUMENT) {
            throw new ProblemException(
                    ProblemType.RULE_VIOLATED,
                    "The document is too large.",
                    List.of(Violation.at("", "has more than " + LARGEST_DOCUMENT + " characters")));
        }
    }

    private static <D extends Document> D read(DocumentType<D> type, String id, ObjectNode body) {
        var named = body.get("id");
        if (named == null) {
            body.put("id", id);
        } else if (!named.isTextual() || !named.textValue().equals(id)) {
            throw new ProblemException(
                    ProblemType.INVALID_DOCUMENT,
                    "The id in the body is not the one in the address.",
                    List.of(Violation.at("/id", "is not '" + id + "'")));
        }
        return DocumentJson.read(body, type.record());
    }

    private static <D extends Document> List<Reference> checked(DocumentType<D> type, D document) {
        var violations = new Violations();
        var sources = DocumentRules.check((Record) document, violations);
        if (violations.list().isEmpty()) {
            type.check(document, violations);
            var itself = Reference.to(type.stream(), document.id());
            Stream.concat(sources.stream(), type.references(document).stream()).forEach(reference -> {
                if (!Slug.is(reference.id())) {
                    violations.add(reference.pointer(), "is not an id");
                } else if (reference.target().equals(itself)) {
                    violations.add(reference.pointer(), "is the document itself");
                }
            });
        }
        violations.throwIfAny(ProblemType.RULE_VIOLATED, "The document breaks a rule of the registry.");
        return sources;
    }

    private static boolean sameContent(ObjectNode before, ObjectNode after) {
        return content(before).equals(content(after));
    }

    private static String content(ObjectNode tree) {
        return DocumentJson.write(tree.deepCopy().without(DocumentJson.READ_ONLY));
    }

    private static <D extends Document> String word(
            DocumentType<D> type,
            @Nullable Revision last,
            @Nullable ObjectNode before,
            D after,
            ChangeMetadata reason) {
        if (last == null) {
            return type.change(null, after);
        }
        if (before == null) {
            return "restored";
        }
        return reason.correction() ? "corrected" : type.change(DocumentJson.read(before, type.record()), after);
    }

    private static ProblemException absent(DocumentType<?> type, String id) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no " + type.stream() + " '" + id + "'.");
    }

    /** Whether there must be a document for a change to make sense. */
    private enum Presence {
        REQUIRED,
        OPTIONAL
    }
}
