package org.mandateatlas.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.Slug;

/**
 * A document that satisfies all rules that can be checked without the database.
 *
 * @param document the document
 * @param sources the sources it cites
 * @param references the documents it refers to, its sources among them
 * @param content the content of its text
 */
record ValidDocument<D extends Document>(
        D document, List<Reference> sources, List<Reference> references, String content) {

    /** The search index of PostgreSQL accepts no larger documents. */
    private static final int LARGEST = 600_000;

    /**
     * Reads and checks the body of a write.
     *
     * @throws ProblemException if the body is invalid
     */
    static <D extends Document> ValidDocument<D> of(DocumentType<D> type, String id, ObjectNode body) {
        var document = read(type, id, body);
        var violations = new Violations();
        var sources = DocumentRules.check((Record) document, violations);
        if (violations.list().isEmpty()) {
            type.check(document, violations);
        }
        var references = violations.list().isEmpty() ? references(type, document, sources, violations) : sources;
        violations.throwIfAny(ProblemType.RULE_VIOLATED, "The document breaks a rule of the registry.");
        var content = DocumentText.content(DocumentJson.text(document));
        refuseTooLarge(content);
        return new ValidDocument<>(document, sources, references, content);
    }

    private static <D extends Document> D read(DocumentType<D> type, String id, ObjectNode body) {
        var given = body.get("id");
        if (given == null) {
            body.put("id", id);
        } else if (!given.isTextual() || !given.textValue().equals(id)) {
            throw new ProblemException(
                    ProblemType.INVALID_DOCUMENT,
                    "The id in the body differs from the one in the URL.",
                    List.of(Violation.at("/id", "is not '" + id + "'")));
        }
        return DocumentJson.read(body, type.record());
    }

    private static <D extends Document> List<Reference> references(
            DocumentType<D> type, D document, List<Reference> sources, Violations violations) {
        var references = Stream.concat(sources.stream(), type.references(document).stream())
                .toList();
        var itself = Reference.to(type.stream(), document.id());
        for (var reference : references) {
            if (!Slug.is(reference.id())) {
                violations.add(reference.pointer(), "is not an id");
            } else if (reference.target().equals(itself)) {
                violations.add(reference.pointer(), "is the document itself");
            }
        }
        return references;
    }

    private static void refuseTooLarge(String content) {
        if (content.length() > LARGEST) {
            throw new ProblemException(
                    ProblemType.RULE_VIOLATED,
                    "The document is too large.",
                    List.of(Violation.at("", "has more than " + LARGEST + " characters")));
        }
    }
}
