package org.mandateatlas.registry;

import java.util.ArrayList;
import java.util.List;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.Characters;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Citation.Stance;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.RecordModel;

/**
 * Rules for all documents: required fields, citations for every fact, stated values for contradictions, last attestations only where
 * no end is known, valid texts.
 */
public final class DocumentRules {

    /** Comparing two lists takes memory and time proportional to the product of their lengths. */
    private static final int MOST_ITEMS = 1000;

    private final Violations violations;
    private final List<Reference> sources = new ArrayList<>();

    private DocumentRules(Violations violations) {
        this.violations = violations;
    }

    /** Checks the document and returns the sources that it cites. */
    public static List<Reference> check(Record document, Violations violations) {
        var rules = new DocumentRules(violations);
        rules.visit("", document);
        return rules.sources;
    }

    private void visit(String pointer, Object value) {
        switch (value) {
            case Citation citation -> visitCitation(pointer, citation);
            case Validity validity -> visitValidity(pointer, validity);
            case Record record -> visitRecord(pointer, record);
            case List<?> list -> {
                if (list.size() > MOST_ITEMS) {
                    violations.add(pointer, "has more than " + MOST_ITEMS + " items");
                }
                for (var i = 0; i < list.size(); i++) {
                    visit(pointer + "/" + i, list.get(i));
                }
            }
            case String text -> visitText(pointer, text);
            default -> {
                // numbers, dates and enums are valid by their type
            }
        }
    }

    private void visitRecord(String pointer, Record record) {
        if (record instanceof Cited cited && uncited(cited)) {
            violations.add(pointer + "/citations", "names no source that supports the fact");
        }
        for (var component : RecordModel.of(record.getClass()).components()) {
            var value = component.of(record);
            if (value != null) {
                visit(pointer + "/" + component.name(), value);
            } else if (component.isRequired()) {
                violations.add(pointer + "/" + component.name(), "is required");
            }
        }
    }

    private void visitValidity(String pointer, Validity validity) {
        var refused = validity.refusedAttestation();
        if (refused != null) {
            violations.add(pointer + "/lastAttested", refused);
        }
    }

    private void visitCitation(String pointer, Citation citation) {
        if (citation.source() == null) {
            violations.add(pointer + "/source", "is required");
            return;
        }
        sources.add(new Reference(pointer + "/source", "source", citation.source()));
        if ((citation.stance() == Stance.CONTRADICTS) == (citation.statedValue() == null)) {
            violations.add(pointer + "/statedValue", "is given exactly where a source contradicts");
        }
        visitText(pointer + "/source", citation.source());
        if (citation.locator() != null) {
            visitText(pointer + "/locator", citation.locator());
        }
        if (citation.statedValue() != null) {
            visitText(pointer + "/statedValue", citation.statedValue());
        }
    }

    private void visitText(String pointer, String text) {
        if (text.isBlank()) {
            violations.add(pointer, "is blank");
        } else if (!Characters.areText(text)) {
            violations.add(pointer, "contains a control character, an unpaired surrogate or a noncharacter");
        }
    }

    private static boolean uncited(Cited cited) {
        return !(cited instanceof CitableSource)
                && cited.citations().stream().noneMatch(citation -> citation.stance() == Stance.SUPPORTS);
    }
}
