package org.mandateatlas.institutions.mandate;

import java.util.Comparator;
import java.util.List;
import org.mandateatlas.institutions.mandate.Mandate.Holder;
import org.mandateatlas.registry.NameTemplate;
import org.mandateatlas.registry.timeline.TimelineBuilder;

/** The timeline of a mandate: its first holder, its transfers, its review and its end, each about those institutions alone. */
final class MandateTimeline {

    private final Mandate mandate;
    private final TimelineBuilder timeline;
    private final String title;

    private MandateTimeline(Mandate mandate, TimelineBuilder timeline) {
        this.mandate = mandate;
        this.timeline = timeline;
        this.title = "“" + timeline.name() + "”";
    }

    static void add(Mandate mandate, TimelineBuilder timeline) {
        new MandateTimeline(mandate, timeline).add();
    }

    private void add() {
        var holders = mandate.earlierHolders().stream()
                .sorted(Comparator.comparing(
                        (Holder holder) -> holder.validity().lastDay()))
                .toList();
        var last = mandate.institution();
        var first = holders.isEmpty() ? last : holders.getFirst().institution();
        var validity = mandate.validity();
        timeline.add(
                validity.from(),
                "mandate-established",
                institution(first) + " is given the mandate " + title,
                mandate,
                validity,
                List.of(first));
        for (var i = 0; i < holders.size(); i++) {
            var next = i + 1 < holders.size() ? holders.get(i + 1).institution() : last;
            addTransfer(holders.get(i), next);
        }
        if (mandate.review() != null) {
            timeline.add(
                    mandate.review().dueOn(),
                    "review-due",
                    "The mandate " + title + " of " + institution(last) + " is due for review",
                    mandate.review(),
                    validity,
                    List.of(last));
        }
        timeline.add(
                validity.to(),
                "mandate-ended",
                "The mandate " + title + " of " + institution(last) + " ends",
                mandate,
                validity,
                List.of(last));
    }

    private void addTransfer(Holder holder, String next) {
        if (!holder.institution().equals(next)) {
            timeline.add(
                    holder.validity().to(),
                    "mandate-transferred",
                    "The mandate " + title + " goes from " + institution(holder.institution()) + " to "
                            + institution(next),
                    holder,
                    mandate.validity(),
                    List.of(holder.institution(), next));
        }
    }

    private static String institution(String id) {
        return NameTemplate.placeholder("institution", id);
    }
}
