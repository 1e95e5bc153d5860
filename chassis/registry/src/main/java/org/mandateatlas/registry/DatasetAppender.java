package org.mandateatlas.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.registry.Append.Outcome;

/**
 * Appends many documents of the bundled dataset to a stream, by one batch of each statement. References to other services
 * are checked at build time.
 */
@ApplicationScoped
public class DatasetAppender {

    /** Validating a batch takes long on a busy machine whose JVM has just started. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final AppendRepository appends;
    private final RevisionRepository revisions;
    private final ReferenceChecks references;

    DatasetAppender(AppendRepository appends, RevisionRepository revisions, ReferenceChecks references) {
        this.appends = appends;
        this.revisions = revisions;
        this.references = references;
    }

    /**
     * Creates, replaces or restores documents, in the transaction of the caller. Documents with the content of their last
     * version are left alone.
     *
     * @param bodies the documents by id, so that references among them point backwards
     * @throws ProblemException if a document is invalid, or 503 if another write intervenes; the transaction must be rolled
     *     back
     */
    public <D extends Document> void append(
            DocumentType<D> type, Map<String, ObjectNode> bodies, ChangeMetadata metadata) {
        var last = revisions.last(type.stream(), bodies.keySet());
        var pending = new ArrayList<Append>();
        bodies.forEach((id, body) -> {
            var before = last.getOrDefault(id, LastVersion.NONE);
            var valid = ValidDocument.of(type, id, body);
            if (before.document() == null || !valid.content().equals(DocumentText.content(before.document()))) {
                pending.add(new Append(
                        Draft.of(type, valid, before, metadata),
                        IndexEntry.of(type, valid.document(), valid.sources()),
                        references.own(valid.references())));
            }
        });
        if (!pending.isEmpty()) {
            appends.append(type.stream(), pending, SILENCE).forEach(DatasetAppender::requireAppended);
        }
    }

    private static void requireAppended(Outcome outcome) {
        switch (outcome) {
            case Outcome.Appended appended -> {}
            case Outcome.Intervened intervened ->
                throw new ProblemException(ProblemType.SERVICE_UNAVAILABLE, "Another write has intervened.");
            case Outcome.Refused refused -> throw refused.reason();
        }
    }
}
