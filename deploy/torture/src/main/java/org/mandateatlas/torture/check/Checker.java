package org.mandateatlas.torture.check;

import java.util.List;
import java.util.stream.Stream;
import org.mandateatlas.torture.journal.Journals;

/** Checks the journals of a run and the final state of the registry against its guarantees. */
public final class Checker {

    private Checker() {}

    /** Returns all violations; none for a run in which every guarantee held. */
    public static List<RuleViolation> check(Journals journals, FinalState state) {
        var history = new History(state.revisions());
        return Stream.of(
                        new LogCheck(history, state).violations(),
                        new WriteCheck(journals, history).violations(),
                        new LinearizabilityCheck(journals, history).violations(),
                        new EventCheck(journals, history, state).violations(),
                        new ReadCheck(journals, history).violations(),
                        new ViewCheck(history, state).violations())
                .flatMap(List::stream)
                .toList();
    }
}
