package org.mandateatlas.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.registry.Append.Outcome;

/**
 * Writes many documents of one type in one transaction, all or none, with the rules of single writes. Any of them may refer to any
 * other.
 */
@ApplicationScoped
public class BatchWriter {

    private static final int ATTEMPTS = 20;
    private static final String ID = "id";
    private static final String RESERVED_ID = "batch";
    private static final String VERSION = "/version";

    private final Clock clock;
    private final GroupCommit groups;
    private final RevisionRepository revisions;
    private final ReferenceChecks references;

    BatchWriter(Clock clock, GroupCommit groups, RevisionRepository revisions, ReferenceChecks references) {
        this.clock = clock;
        this.groups = groups;
        this.revisions = revisions;
        this.references = references;
    }

    /**
     * Writes the documents.
     *
     * @return a result for each line, in order, and the position if anything was recorded
     * @throws ProblemException (422) with the violations of all lines if one of them cannot be written
     */
    public <D extends Document> Written write(DocumentType<D> type, List<BatchLine> lines, ChangeMetadata metadata) {
        var violations = new BatchViolations();
        var prepared = lines.parallelStream()
                .map(line -> prepare(type, line, violations))
                .filter(Objects::nonNull)
                .toList();
        refuseDuplicates(prepared, violations);
        violations.throwIfAny(lines.size());
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var written = write(type, prepared, metadata, attempt == 0);
            if (written.isPresent()) {
                return written.get();
            }
        }
        throw new ProblemException(
                ProblemType.SERVICE_UNAVAILABLE, "The " + type.collection() + " are being changed by other writes.");
    }

    /**
     * The outcome of a batch.
     *
     * @param results the result of each line, in order
     * @param position a position that includes the batch; null if nothing was recorded
     */
    public record Written(
            List<BatchResult> results, @Nullable String position) {}

    /**
     * A line whose document satisfies the rules that need no database.
     *
     * @param body the document as it was sent
     * @param version the version that it replaces; 0 if it must be new, null if it replaces any
     */
    private record Prepared<D extends Document>(
            int line, ObjectNode body, @Nullable Integer version, ValidDocument<D> valid, IndexEntry entry) {

        String id() {
            return valid.document().id();
        }
    }

    private static <D extends Document> @Nullable Prepared<D> prepare(
            DocumentType<D> type, BatchLine line, BatchViolations violations) {
        try {
            var body = DocumentJson.parse(line.text());
            var id = body.get(ID);
            if (id == null || !id.isTextual() || !Slug.is(id.textValue())) {
                violations.add(line.number(), "/id", id == null ? "is required" : "is not an id");
                return null;
            }
            if (id.textValue().equals(RESERVED_ID)) {
                violations.add(line.number(), "/id", "is reserved: it is the path of batches");
                return null;
            }
            var version = ReadOnlyFields.version(body);
            if (version != null && version == 0) {
                body.remove("version");
            }
            var valid = ValidDocument.of(type, id.textValue(), body);
            var entry = IndexEntry.of(type, valid.document(), valid.sources());
            return new Prepared<>(line.number(), body, version, valid, entry);
        } catch (ProblemException e) {
            violations.add(line.number(), e);
            return null;
        }
    }

    private static void refuseDuplicates(List<? extends Prepared<?>> prepared, BatchViolations violations) {
        var lines = new HashMap<String, Integer>();
        for (var one : prepared) {
            var other = lines.putIfAbsent(one.id(), one.line());
            if (other != null) {
                violations.add(one.line(), "/id", "is the id of line " + other);
            }
        }
    }

    /** Writes the documents; empty if another write intervenes between reading their last versions and locking the stream. */
    private <D extends Document> Optional<Written> write(
            DocumentType<D> type, List<Prepared<D>> prepared, ChangeMetadata metadata, boolean first) {
        var violations = new BatchViolations();
        var last = revisions.last(
                type.stream(), prepared.stream().map(Prepared::id).toList());
        var changed = new ArrayList<Prepared<D>>();
        for (var one : prepared) {
            if (isChange(type, one, last.getOrDefault(one.id(), LastVersion.NONE), metadata.correction(), violations)) {
                changed.add(one);
            }
        }
        if (first) {
            checkOtherServices(changed, violations);
        }
        violations.throwIfAny(prepared.size());
        var appended = append(type, changed, last, metadata, violations);
        violations.throwIfAny(prepared.size());
        return appended.map(done -> written(prepared, last, done));
    }

    /** Returns whether a document differs from its last version, which must then be the one that it replaces. */
    private <D extends Document> boolean isChange(
            DocumentType<D> type, Prepared<D> one, LastVersion last, boolean correction, BatchViolations violations) {
        var expected = one.version();
        if (expected != null && expected > last.number()) {
            violations.add(one.line(), VERSION, stale(last));
            return false;
        }
        try {
            ReadOnlyFields.check(
                    type,
                    ReadOnlyFields.given(one.body()),
                    read(type, one, last),
                    one.valid().document(),
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            NewEnds.check(type, last, one.valid().document(), correction);
        } catch (ProblemException e) {
            violations.add(one.line(), e);
            return false;
        }
        if (last.document() != null && one.valid().content().equals(DocumentText.content(last.document()))) {
            return false;
        }
        if (expected != null && !expected.equals(Objects.requireNonNullElse(last.existing(), 0))) {
            violations.add(one.line(), VERSION, stale(last));
        }
        return true;
    }

    private static String stale(LastVersion last) {
        return last.existing() == null
                ? "does not match: the document does not exist"
                : "does not match: the document is at version " + last.number();
    }

    /** Returns the text of the version that a line states, or else of the last one. */
    private @Nullable String read(DocumentType<?> type, Prepared<?> one, LastVersion last) {
        var version = one.version();
        return version == null || version == 0 || version == last.number()
                ? last.document()
                : revisions.document(type.stream(), one.id(), version);
    }

    private void checkOtherServices(List<? extends Prepared<?>> changed, BatchViolations violations) {
        var all = changed.stream()
                .flatMap(one -> one.valid().references().stream())
                .toList();
        var dangling = references.danglingElsewhere(all).stream()
                .map(Reference::target)
                .collect(Collectors.toSet());
        if (dangling.isEmpty()) {
            return;
        }
        for (var one : changed) {
            one.valid().references().stream()
                    .filter(reference -> dangling.contains(reference.target()))
                    .forEach(reference ->
                            violations.add(one.line(), reference.pointer(), ReferenceChecks.missing(reference)));
        }
    }

    /** Appends the changed documents and returns their revisions, by id; empty if another write has intervened. */
    private <D extends Document> Optional<Map<String, Outcome.Appended>> append(
            DocumentType<D> type,
            List<Prepared<D>> changed,
            Map<String, LastVersion> last,
            ChangeMetadata metadata,
            BatchViolations violations) {
        if (changed.isEmpty()) {
            return Optional.of(Map.of());
        }
        var appends = changed.parallelStream()
                .map(one -> new Append(
                        Draft.of(type, one.valid(), last.getOrDefault(one.id(), LastVersion.NONE), metadata),
                        one.entry(),
                        references.own(one.valid().references())))
                .toList();
        var outcomes = groups.appendTogether(type.stream(), appends);
        var appended = new HashMap<String, Outcome.Appended>();
        var intervened = false;
        for (var i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Appended done -> appended.put(done.revision().documentId, done);
                case Outcome.Refused refused -> violations.add(changed.get(i).line(), refused.reason());
                case Outcome.Intervened other -> intervened = true;
            }
        }
        return intervened ? Optional.empty() : Optional.of(appended);
    }

    private static Written written(
            List<? extends Prepared<?>> prepared,
            Map<String, LastVersion> last,
            Map<String, Outcome.Appended> appended) {
        var results = new ArrayList<BatchResult>();
        @Nullable String position = null;
        for (var one : prepared) {
            var before = last.getOrDefault(one.id(), LastVersion.NONE);
            var done = appended.get(one.id());
            if (done == null) {
                results.add(new BatchResult(
                        one.line(), one.id(), WriteResult.Kind.UNCHANGED, before.number(), null, before.recordedAt()));
            } else {
                var revision = done.revision();
                results.add(new BatchResult(
                        one.line(),
                        one.id(),
                        before.document() == null ? WriteResult.Kind.CREATED : WriteResult.Kind.REPLACED,
                        revision.version,
                        revision.sequence,
                        revision.recordedAt));
                position = done.position();
            }
        }
        return new Written(results, position);
    }
}
