package org.mandateatlas.torture.check;

import static org.mandateatlas.torture.check.Rule.LOG_IS_CONTIGUOUS;
import static org.mandateatlas.torture.check.Rule.LOG_IS_VERIFIED;

import java.util.ArrayList;
import java.util.List;

/** The log has every sequence up to its end and every version of each document, and its verification finds nothing. */
final class LogCheck {

    private final History history;
    private final FinalState state;
    private final List<RuleViolation> violations = new ArrayList<>();

    LogCheck(History history, FinalState state) {
        this.history = history;
        this.state = state;
    }

    List<RuleViolation> violations() {
        checkSequences();
        checkVersions();
        state.findings().forEach(finding -> violations.add(RuleViolation.of(LOG_IS_VERIFIED, finding)));
        return violations;
    }

    private void checkSequences() {
        for (var repeated : history.repeated()) {
            violations.add(RuleViolation.of(LOG_IS_CONTIGUOUS, "two revisions have the sequence of " + repeated));
        }
        for (var head : state.heads().entrySet()) {
            var sequences = history.streams().get(head.getKey());
            for (var sequence = 1L; sequence <= head.getValue(); sequence++) {
                if (sequences == null || !sequences.containsKey(sequence)) {
                    violations.add(RuleViolation.of(
                            LOG_IS_CONTIGUOUS, "no document has the revision " + sequence + " of " + head.getKey()));
                }
            }
            if (sequences != null && sequences.lastKey() > head.getValue()) {
                violations.add(RuleViolation.of(
                        LOG_IS_CONTIGUOUS,
                        head.getKey() + " ends at " + head.getValue() + " before "
                                + sequences.lastEntry().getValue()));
            }
        }
    }

    private void checkVersions() {
        for (var document : history.documents().entrySet()) {
            var expected = 1;
            var sequence = 0L;
            for (var revision : document.getValue()) {
                if (revision.version() != expected || revision.sequence() <= sequence) {
                    violations.add(RuleViolation.of(
                            LOG_IS_CONTIGUOUS,
                            "expected version " + expected + " after sequence " + sequence + ", found " + revision));
                }
                expected = revision.version() + 1;
                sequence = revision.sequence();
            }
        }
    }
}
