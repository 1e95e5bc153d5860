package org.mandateatlas.torture.check;

import static org.mandateatlas.torture.check.Rule.WRITES_ARE_LINEARIZABLE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mandateatlas.torture.journal.Journals;
import org.mandateatlas.torture.journal.OperationOutcome;
import org.mandateatlas.torture.journal.WriteEntry;
import org.mandateatlas.torture.journal.WriteKind;

/**
 * Conditional writes of each document are linearizable. The versions of a document are the order in which its writes took effect,
 * so it remains to check that each one followed the version in its condition, that the order agrees with real time, and that no
 * write was rejected whose condition held from its beginning to its end.
 */
final class LinearizabilityCheck {

    private static final int PRECONDITION_FAILED = 412;

    private final History history;
    private final Map<String, List<WriteEntry>> documents = new HashMap<>();
    private final List<RuleViolation> violations = new ArrayList<>();

    LinearizabilityCheck(Journals journals, History history) {
        this.history = history;
        for (var write : journals.writes()) {
            documents
                    .computeIfAbsent(write.document(), unknown -> new ArrayList<>())
                    .add(write);
        }
    }

    List<RuleViolation> violations() {
        documents.forEach(this::check);
        return violations;
    }

    private void check(String document, List<WriteEntry> writes) {
        var effects = new HashMap<Integer, WriteEntry>();
        for (var write : writes) {
            history.of(document, write.token()).forEach(revision -> {
                checkCondition(write, revision);
                effects.put(revision.version(), write);
            });
        }
        checkRealTime(document, effects);
        for (var write : writes) {
            if (write.outcome() == OperationOutcome.REJECTED
                    && write.status() == PRECONDITION_FAILED
                    && write.kind() != WriteKind.BATCH) {
                checkRejection(write, effects);
            }
        }
    }

    private void checkCondition(WriteEntry write, HistoryRevision revision) {
        if (write.version() != null && write.version() != revision.version()) {
            violations.add(RuleViolation.of(
                    WRITES_ARE_LINEARIZABLE,
                    "acknowledged as version " + write.version() + ", recorded as " + revision,
                    write));
        }
        if (!isExpected(write.expected(), revision)) {
            violations.add(RuleViolation.of(
                    WRITES_ARE_LINEARIZABLE,
                    "the condition was version " + write.expected() + ", but the write is " + revision,
                    write));
        }
    }

    /** A document that was retracted may be created again. */
    private boolean isExpected(int condition, HistoryRevision revision) {
        if (condition > 0) {
            return revision.version() == condition + 1;
        }
        var before = history.version(revision.document(), revision.version() - 1);
        return before == null || before.isRetraction();
    }

    /** A version must not be older than one that was complete before its write began. */
    private void checkRealTime(String document, Map<Integer, WriteEntry> effects) {
        WriteEntry later = null;
        for (var revision : history.versions(document).toList().reversed()) {
            var write = effects.get(revision.version());
            if (write == null) {
                continue;
            }
            // later: the write of a higher version that was completed first
            if (later != null && later.completed() < write.invoked()) {
                violations.add(RuleViolation.of(
                        WRITES_ARE_LINEARIZABLE,
                        "a write that began later made an earlier version: " + revision,
                        later,
                        write));
            }
            if (write.outcome() == OperationOutcome.OK && (later == null || write.completed() < later.completed())) {
                later = write;
            }
        }
    }

    /** The condition held throughout if its version was complete before the write began, and the next one began after its end. */
    private void checkRejection(WriteEntry write, Map<Integer, WriteEntry> effects) {
        var expected = write.expected();
        if (expected == 0) {
            var first = effects.get(1);
            if (history.last(write.document()) == null || first != null && first.invoked() > write.completed()) {
                violations.add(RuleViolation.of(
                        WRITES_ARE_LINEARIZABLE,
                        "the document did not exist, but was not created because it existed",
                        write));
            }
            return;
        }
        var before = effects.get(expected);
        var after = effects.get(expected + 1);
        var held = before != null && before.outcome() == OperationOutcome.OK && before.completed() < write.invoked();
        var revision = history.version(write.document(), expected);
        if (held
                && revision != null
                && !revision.isRetraction()
                && (after == null && history.version(write.document(), expected + 1) == null
                        || after != null && after.invoked() > write.completed())) {
            violations.add(RuleViolation.of(
                    WRITES_ARE_LINEARIZABLE,
                    "rejected although the document was at version " + expected + " all the time",
                    write));
        }
    }
}
