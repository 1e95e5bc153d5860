package org.mandateatlas.torture.check;

import java.util.Arrays;
import java.util.List;
import org.mandateatlas.torture.journal.Entry;

/**
 * A guarantee that did not hold.
 *
 * @param rule the guarantee
 * @param detail what was observed
 * @param lines the lines of journals that show it
 */
public record RuleViolation(Rule rule, String detail, List<String> lines) {

    static RuleViolation of(Rule rule, String detail, Entry... entries) {
        return new RuleViolation(
                rule, detail, Arrays.stream(entries).map(Entry::place).toList());
    }

    @Override
    public String toString() {
        return rule + ": " + detail + (lines.isEmpty() ? "" : " " + lines);
    }
}
