package org.mandateatlas.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.registry.CitableSource;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentRules;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.dataset.BundledDocument;

/** Validates the dataset of a service and reports each fault with its file, place and reason. */
public final class DatasetCheck {

    private final List<BundledDocument> documents;
    private final Map<String, Set<String>> known = new HashMap<>();
    private final Map<String, Function<ObjectNode, String>> files = new HashMap<>();
    private final Set<String> cited = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private DatasetCheck(List<BundledDocument> documents) {
        this.documents = documents;
        documents.forEach(document -> known.computeIfAbsent(document.type().stream(), stream -> new HashSet<>())
                .add(document.id()));
    }

    /** Creates a check for the document types of a service, with one file per id by default. */
    public static DatasetCheck of(List<BundledDocument> documents) {
        return new DatasetCheck(documents);
    }

    /** Adds the documents of other services: ids by stream. */
    public DatasetCheck knowing(Map<String, Set<String>> others) {
        known.putAll(others);
        return this;
    }

    /** Adds the sources that other services cite. */
    public DatasetCheck alsoCited(Set<String> sources) {
        cited.addAll(sources);
        return this;
    }

    /** Sets the field that names the files of a stream instead of the id. */
    public DatasetCheck filedBy(String stream, Function<ObjectNode, String> name) {
        files.put(stream, name);
        return this;
    }

    /** Returns the faults of the dataset. */
    public List<String> faults() {
        documents.forEach(bundled -> check(bundled.type(), bundled));
        documents.forEach(this::checkCited);
        return List.copyOf(faults);
    }

    private <D extends Document> void check(DocumentType<D> type, BundledDocument bundled) {
        if (!Slug.is(bundled.id())) {
            fault(bundled, "/id", "is no slug");
        }
        try {
            checkDocument(type, bundled, DocumentJson.read(bundled.tree(), type.record()));
        } catch (ProblemException e) {
            e.problem().violations().forEach(violation -> fault(bundled, violation));
        }
    }

    private <D extends Document> void checkDocument(DocumentType<D> type, BundledDocument bundled, D document) {
        var violations = new Violations();
        var sources = DocumentRules.check((Record) document, violations);
        sources.forEach(source -> cited.add(source.id()));
        resolve(bundled, sources);
        if (violations.list().isEmpty()) {
            type.check(document, violations);
            resolve(bundled, type.references(document));
            checkFile(bundled);
        }
        violations.list().forEach(violation -> fault(bundled, violation));
    }

    private void checkFile(BundledDocument bundled) {
        var name = files.getOrDefault(bundled.type().stream(), tree -> bundled.id())
                .apply(bundled.tree());
        if (!bundled.file().equals(bundled.type().collection() + "/" + name + ".yaml")) {
            fault(bundled, "/id", "belongs into " + name + ".yaml");
        }
    }

    private void resolve(BundledDocument bundled, List<Reference> references) {
        for (var reference : references) {
            if (!known.getOrDefault(reference.stream(), Set.of()).contains(reference.id())) {
                fault(bundled, reference.pointer(), "there is no " + reference.stream() + " '" + reference.id() + "'");
            }
        }
    }

    private void checkCited(BundledDocument bundled) {
        if (CitableSource.class.isAssignableFrom(bundled.type().record()) && !cited.contains(bundled.id())) {
            fault(bundled, "", "is not cited");
        }
    }

    private void fault(BundledDocument bundled, Violation violation) {
        fault(bundled, String.valueOf(violation.pointer()), violation.detail());
    }

    private void fault(BundledDocument bundled, String pointer, String detail) {
        faults.add(bundled.file() + " " + bundled.id() + " " + pointer + ": " + detail);
    }
}
