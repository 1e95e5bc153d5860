package org.mandateatlas.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;

/** Rejects references to documents that do not exist, and retractions of documents that others refer to. */
@ApplicationScoped
class ReferenceChecks {

    private final DocumentTypes types;
    private final ReferenceRepository documents;
    private final ReferenceResolver resolver;

    ReferenceChecks(DocumentTypes types, ReferenceRepository documents, ReferenceResolver resolver) {
        this.types = types;
        this.documents = documents;
        this.resolver = resolver;
    }

    /** Checks references to documents of other services. It may wait for their events, so it must run before locking. */
    void checkOtherServices(List<Reference> references) {
        reject(danglingElsewhere(references));
    }

    /** Returns the references to documents of other services that do not exist. It may wait for their events. */
    List<Reference> danglingElsewhere(List<Reference> references) {
        var others = references.stream()
                .filter(reference -> !types.holds(reference.stream()))
                .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        var living = resolver.living(others);
        var dangling = others.stream()
                .filter(reference -> !living.contains(reference.target()))
                .toList();
        for (var reference : dangling) {
            if (resolver.isSilent(reference.stream())) {
                throw new ProblemException(
                        ProblemType.SERVICE_UNAVAILABLE,
                        "Stream " + reference.stream() + " has not been replicated yet; cannot check whether '"
                                + reference.id() + "' exists.");
            }
        }
        return dangling;
    }

    /** Returns the references to documents of this service. */
    List<Reference> own(List<Reference> references) {
        return references.stream()
                .filter(reference -> types.holds(reference.stream()))
                .toList();
    }

    /** Checks references to documents of this service against those that exist. */
    void checkOwn(List<Reference> references, Set<Reference> existing) {
        reject(references.stream()
                .filter(reference -> !existing.contains(reference.target()))
                .toList());
    }

    /** Rejects the retraction of a document that others refer to. */
    void checkReferrers(String stream, String id) {
        var referrers = documents.referrers(stream, id).stream()
                .map(referrer -> Violation.at("", "the " + referrer.stream() + " '" + referrer.id() + "' refers to it"))
                .toList();
        if (!referrers.isEmpty()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "The " + stream + " '" + id + "' is referenced by " + referrers.size()
                            + (referrers.size() == 1 ? " document." : " documents."),
                    referrers);
        }
    }

    private static void reject(List<Reference> dangling) {
        var violations = new Violations();
        for (var reference : dangling) {
            violations.add(reference.pointer(), missing(reference));
        }
        violations.throwIfAny(ProblemType.RULE_VIOLATED, "The document refers to documents that do not exist.");
    }

    /** Returns the violation of a reference to a document that does not exist. */
    static String missing(Reference reference) {
        return "there is no " + reference.stream() + " '" + reference.id() + "'";
    }
}
