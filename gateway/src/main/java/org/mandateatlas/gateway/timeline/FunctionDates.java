package org.mandateatlas.gateway.timeline;

import org.mandateatlas.gateway.document.Fact;

/** What is dated in a capacity and in a policy option. */
final class FunctionDates {

    private FunctionDates() {}

    static void tellCapacity(Telling telling) {
        Fact capacity = telling.fact();
        String level = capacity.text("level", "");
        String where = telling.institution(capacity.text("institution")) + ", "
                + telling.called("functions", capacity.text("function"));
        String part = level.equals("none") ? "no part" : level + " part";
        telling.tellValidity(
                Happening.CAPACITY_BEGAN,
                where + ": " + part + ". " + capacity.text("text", ""),
                Happening.CAPACITY_ENDED,
                where + ": " + part + ", until then");
    }

    static void tellOption(Telling telling) {
        String name = "“" + telling.name() + "”";
        telling.tellValidity(
                Happening.PROPOSED, name + " is put forward", Happening.ENDED, name + " is put forward no longer");
        for (Fact outcome : telling.fact().items("outcomes")) {
            telling.tell(outcome.text("date"), Happening.OUTCOME, outcome.text("text", name), outcome);
        }
    }
}
