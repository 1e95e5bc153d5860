package org.mandateatlas.registry;

import java.util.List;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.registry.citation.Citation.Stance;

/**
 * An end requires a source for the end: a write that ends a document adds a citation. Correcting a known end needs none, and sources are
 * cited rather than cite.
 */
final class NewEnds {

    private NewEnds() {}

    /**
     * Checks a write.
     *
     * @param last the version before
     * @param written the document that the write results in
     * @param correction whether the write corrects the record
     * @throws ProblemException (422) if the document has a new end, but no supporting citation that the version before has not
     */
    static <D extends Document> void check(DocumentType<D> type, LastVersion last, D written, boolean correction) {
        if (last.document() == null || written.validity().to() == null || written instanceof CitableSource) {
            return;
        }
        var before = DocumentJson.stored(last.document(), type.record());
        if (isNew(before, written, correction) && !citesMore(before, written)) {
            throw new ProblemException(
                    ProblemType.RULE_VIOLATED,
                    "The end of a document requires a source for the end.",
                    List.of(Violation.at(
                            "/validity/to", "is a new end: add a supporting citation that the document has not yet")));
        }
    }

    private static boolean isNew(Document before, Document written, boolean correction) {
        var known = before.validity().to();
        return known == null || (!correction && !known.equals(written.validity().to()));
    }

    private static boolean citesMore(Document before, Document written) {
        return written.citations().stream()
                .anyMatch(citation -> citation.stance() == Stance.SUPPORTS
                        && !before.citations().contains(citation));
    }
}
