package org.mandateatlas.institutions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mandateatlas.chassis.dataset.BundledDocument;
import org.mandateatlas.chassis.problem.ProblemException;
import org.mandateatlas.chassis.problem.Violation;
import org.mandateatlas.chassis.problem.Violations;
import org.mandateatlas.chassis.registry.Document;
import org.mandateatlas.chassis.registry.DocumentJson;
import org.mandateatlas.chassis.registry.DocumentRules;
import org.mandateatlas.chassis.registry.DocumentType;
import org.mandateatlas.chassis.registry.Reference;
import org.mandateatlas.chassis.registry.Slug;
import org.mandateatlas.institutions.mandate.Mandate;

/** Finds what is wrong with a dataset: each fault as its file, its place and what is wrong there. */
final class DatasetCheck {

    private static final Set<String> FUNCTIONS = Set.of(
            "data-and-analysis",
            "policy-research",
            "technical-assistance",
            "service-provision",
            "discussion-platform",
            "negotiation-support",
            "anti-trafficking",
            "migration-and-development",
            "coordination",
            "rights-protection",
            "standard-setting",
            "enforcement-and-border-control",
            "compulsory-returns",
            "migration-facilitation");

    private final Map<String, Set<String>> known;
    private final Set<String> cited = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private DatasetCheck(List<BundledDocument> documents) {
        known = documents.stream()
                .collect(Collectors.groupingBy(
                        document -> document.type().stream(),
                        Collectors.mapping(BundledDocument::id, Collectors.toSet())));
    }

    /** Returns the faults of the dataset. */
    static List<String> faults(List<BundledDocument> documents) {
        var check = new DatasetCheck(documents);
        documents.forEach(bundled -> check.look(bundled.type(), bundled));
        documents.forEach(check::lookWhetherCited);
        return check.faults;
    }

    private <D extends Document> void look(DocumentType<D> type, BundledDocument bundled) {
        if (!Slug.is(bundled.id())) {
            fault(bundled, "/id", "is no slug");
        }
        try {
            lookAt(type, bundled, DocumentJson.read(bundled.tree(), type.record()));
        } catch (ProblemException e) {
            e.problem().violations().forEach(violation -> fault(bundled, violation));
        }
    }

    private <D extends Document> void lookAt(DocumentType<D> type, BundledDocument bundled, D document) {
        var violations = new Violations();
        var sources = DocumentRules.check((Record) document, violations);
        sources.forEach(source -> cited.add(source.id()));
        resolve(bundled, sources);
        if (violations.list().isEmpty()) {
            type.check(document, violations);
            resolve(bundled, type.references(document));
            lookAtFile(bundled, document);
        }
        if (document instanceof Mandate mandate) {
            lookAtFunctions(bundled, mandate);
        }
        violations.list().forEach(violation -> fault(bundled, violation));
    }

    private void lookAtFile(BundledDocument bundled, Document document) {
        var name = document instanceof Mandate mandate ? mandate.institution() : document.id();
        if (!bundled.file().equals(bundled.type().collection() + "/" + name + ".yaml")) {
            fault(bundled, "/id", "belongs into " + name + ".yaml");
        }
    }

    private void lookAtFunctions(BundledDocument bundled, Mandate mandate) {
        for (var i = 0; i < mandate.functions().size(); i++) {
            if (!FUNCTIONS.contains(mandate.functions().get(i))) {
                fault(bundled, "/functions/" + i, "is none of the fourteen functions");
            }
        }
    }

    private void resolve(BundledDocument bundled, List<Reference> references) {
        for (var reference : references) {
            if (!known.getOrDefault(reference.stream(), Set.of()).contains(reference.id())) {
                fault(bundled, reference.pointer(), "there is no " + reference.stream() + " '" + reference.id() + "'");
            }
        }
    }

    private void lookWhetherCited(BundledDocument bundled) {
        if (bundled.type().stream().equals("source") && !cited.contains(bundled.id())) {
            fault(bundled, "", "is cited by nobody");
        }
    }

    private void fault(BundledDocument bundled, Violation violation) {
        fault(bundled, String.valueOf(violation.pointer()), violation.detail());
    }

    private void fault(BundledDocument bundled, String pointer, String detail) {
        faults.add(bundled.file() + " " + bundled.id() + " " + pointer + ": " + detail);
    }
}
