package org.mandateatlas.gateway.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.mandateatlas.gateway.document.Document;
import org.mandateatlas.gateway.document.Names;

/** Turns documents of any collection into what is dated in them, in order. */
public final class Timeline {

    private Timeline() {}

    /** Returns everything that is dated in the documents, in order. */
    public static List<Entry> of(Collection<Document> documents, Names names) {
        var entries = new ArrayList<Entry>();
        for (Document document : documents) {
            entries.addAll(entries(document, names));
        }
        Collections.sort(entries);
        return entries;
    }

    private static List<Entry> entries(Document document, Names names) {
        var telling = new Telling(document, names);
        switch (document.collection()) {
            case "institutions" -> InstitutionDates.tell(telling);
            case "mandates" -> MandateDates.tell(telling);
            case "instruments" -> InstrumentDates.tell(telling);
            case "sources" ->
                telling.tell(
                        telling.fact().text("published"), Happening.PUBLISHED, publication(telling), telling.fact());
            case "capacities" -> FunctionDates.tellCapacity(telling);
            case "policy-options" -> FunctionDates.tellOption(telling);
            case "processes" -> ProcessDates.tell(telling);
            case "participations" -> ProcessDates.tellParticipation(telling);
            case "meetings" -> ProcessDates.tellMeeting(telling);
            case "outputs" -> ProcessDates.tellOutput(telling);
            default -> {
                telling.tellValidity(
                        Happening.BEGAN, telling.name() + " begins", Happening.ENDED, telling.name() + " ends");
                telling.tellFiguresAndRemarks();
            }
        }
        return telling.entries();
    }

    private static String publication(Telling telling) {
        String publisher = telling.fact().text("publisher");
        return "“" + telling.name() + "” is published" + (publisher == null ? "" : " by " + publisher);
    }
}
