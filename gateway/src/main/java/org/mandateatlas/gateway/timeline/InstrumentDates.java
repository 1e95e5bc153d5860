package org.mandateatlas.gateway.timeline;

import org.mandateatlas.gateway.document.Fact;

/** What is dated in an instrument: adoption, force, supervision, amendments and figures. */
final class InstrumentDates {

    private InstrumentDates() {}

    static void tell(Telling telling) {
        Fact instrument = telling.fact();
        String name = telling.name();
        tellAdoption(telling, instrument);
        for (Fact force : instrument.items("inForce")) {
            telling.tellPeriod(
                    force,
                    Happening.ENTERED_INTO_FORCE,
                    name + " enters into force",
                    Happening.FORCE_ENDED,
                    name + " is in force no longer",
                    telling.about());
        }
        for (Fact watch : instrument.items("supervisedBy")) {
            String supervisor = telling.institution(watch.text("institution"));
            telling.tellPeriod(
                    watch,
                    Happening.SUPERVISION_BEGAN,
                    supervisor + " watches over " + name,
                    Happening.SUPERVISION_ENDED,
                    supervisor + " watches over " + name + " no longer",
                    telling.about());
        }
        for (Fact amendment : instrument.items("amendments")) {
            String text = amendment.text("text", name + " is amended");
            telling.tell(amendment.text("adoptedOn"), Happening.AMENDED, name + ": " + text, amendment);
            telling.tell(
                    amendment.text("inForceOn"),
                    Happening.ENTERED_INTO_FORCE,
                    "An amendment of " + name + " enters into force: " + text,
                    amendment);
        }
        telling.tell(instrument.within("validity").text("to"), Happening.ENDED, name + " ends", instrument);
        telling.tellFiguresAndRemarks();
    }

    /** Where no source tells of the adoption, the instrument begins as it is told. */
    private static void tellAdoption(Telling telling, Fact instrument) {
        Fact adoption = instrument.within("adoption");
        String by = adoption.text("by");
        telling.tell(
                adoption.text("date", instrument.within("validity").text("from", "")),
                adoption.isEmpty() ? Happening.BEGAN : Happening.ADOPTED,
                telling.name()
                        + (adoption.isEmpty() ? " begins" : " is adopted")
                        + (by == null ? "" : " by " + telling.institution(by)),
                adoption);
    }
}
