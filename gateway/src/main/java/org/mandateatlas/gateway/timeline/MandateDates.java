package org.mandateatlas.gateway.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.document.Fact;

/** What is dated in a mandate: when it was given, to whom it went, when it was to be reviewed and when it ended. */
final class MandateDates {

    private MandateDates() {}

    static void tell(Telling telling) {
        Fact mandate = telling.fact();
        Fact validity = mandate.within("validity");
        String title = "“" + telling.name() + "”";
        List<Fact> holders = inOrder(mandate.items("earlierHolders"));
        String last = mandate.text("institution");
        String first = holders.isEmpty() ? last : holders.getFirst().text("institution");
        telling.tell(
                validity.text("from"),
                Happening.MANDATE_ESTABLISHED,
                telling.institution(first) + " is given the mandate " + title,
                telling.about().of(first),
                mandate);
        for (int i = 0; i < holders.size(); i++) {
            Fact holder = holders.get(i);
            String next = i + 1 < holders.size() ? holders.get(i + 1).text("institution") : last;
            tellTransfer(telling, holder, next, title);
        }
        telling.tell(
                mandate.within("review").text("dueOn"),
                Happening.REVIEW_DUE,
                "The mandate " + title + " of " + telling.institution(last) + " is due for review",
                telling.about().of(last),
                mandate.within("review"));
        telling.tell(
                validity.text("to"),
                Happening.MANDATE_ENDED,
                "The mandate " + title + " of " + telling.institution(last) + " ends",
                telling.about().of(last),
                mandate);
    }

    private static void tellTransfer(Telling telling, Fact holder, @Nullable String next, String title) {
        String earlier = holder.text("institution");
        if (earlier == null || earlier.equals(next)) {
            return; // as the mandate looks on a day of that holder
        }
        telling.tell(
                holder.within("validity").text("to"),
                Happening.MANDATE_TRANSFERRED,
                "The mandate " + title + " goes from " + telling.institution(earlier) + " to "
                        + telling.institution(next),
                telling.about().of(earlier, next),
                holder);
    }

    private static List<Fact> inOrder(List<Fact> holders) {
        var sorted = new ArrayList<>(holders);
        sorted.sort(Comparator.comparing(
                holder -> PartialDate.read(holder.within("validity").text("to")),
                Comparator.nullsFirst(Comparator.naturalOrder())));
        return sorted;
    }
}
