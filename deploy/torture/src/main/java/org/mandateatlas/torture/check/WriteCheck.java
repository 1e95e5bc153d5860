package org.mandateatlas.torture.check;

import static org.mandateatlas.torture.check.Rule.ACKNOWLEDGED_WRITES_ARE_KEPT;
import static org.mandateatlas.torture.check.Rule.BATCHES_ARE_ATOMIC;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.mandateatlas.torture.journal.Journals;
import org.mandateatlas.torture.journal.OperationOutcome;
import org.mandateatlas.torture.journal.WriteEntry;
import org.mandateatlas.torture.journal.WriteKind;

/** The log has exactly what was written: acknowledged writes once, rejected ones never, others at most once, batches as a whole. */
final class WriteCheck {

    private final Journals journals;
    private final History history;
    private final List<RuleViolation> violations = new ArrayList<>();

    WriteCheck(Journals journals, History history) {
        this.journals = journals;
        this.history = history;
    }

    List<RuleViolation> violations() {
        journals.writes().forEach(this::check);
        checkOrigins();
        checkBatches();
        return violations;
    }

    private void check(WriteEntry write) {
        var revisions = history.of(write.document(), write.token());
        if (write.outcome() == OperationOutcome.OK && revisions.isEmpty()) {
            violations.add(RuleViolation.of(
                    ACKNOWLEDGED_WRITES_ARE_KEPT,
                    "the acknowledged write " + write.token() + " of " + write.document() + " is not in its history",
                    write));
        } else if (write.outcome() == OperationOutcome.REJECTED && !revisions.isEmpty()) {
            violations.add(RuleViolation.of(
                    ACKNOWLEDGED_WRITES_ARE_KEPT,
                    "the write was rejected with " + write.status() + ", but the log has " + revisions.getFirst(),
                    write));
        }
        if (revisions.size() > 1) {
            violations.add(RuleViolation.of(
                    ACKNOWLEDGED_WRITES_ARE_KEPT, "one write is recorded more than once: " + revisions, write));
        }
    }

    /** A revision that nobody wrote. */
    private void checkOrigins() {
        var written = new HashSet<String>();
        journals.writes().forEach(write -> written.add(write.document() + " " + write.token()));
        for (var versions : history.documents().values()) {
            for (var revision : versions) {
                if (!written.contains(revision.document() + " " + revision.token())) {
                    violations.add(RuleViolation.of(ACKNOWLEDGED_WRITES_ARE_KEPT, "no client has written " + revision));
                }
            }
        }
    }

    private void checkBatches() {
        var batches = new HashMap<String, List<WriteEntry>>();
        for (var write : journals.writes()) {
            if (write.kind() == WriteKind.BATCH) {
                batches.computeIfAbsent(write.token(), unknown -> new ArrayList<>())
                        .add(write);
            }
        }
        for (var batch : batches.values()) {
            var kept = batch.stream()
                    .filter(write ->
                            !history.of(write.document(), write.token()).isEmpty())
                    .count();
            if (kept != 0 && kept != batch.size()) {
                violations.add(RuleViolation.of(
                        BATCHES_ARE_ATOMIC,
                        kept + " of " + batch.size() + " documents of a batch are recorded",
                        batch.toArray(WriteEntry[]::new)));
            }
        }
    }
}
