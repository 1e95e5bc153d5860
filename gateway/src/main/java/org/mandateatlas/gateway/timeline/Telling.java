package org.mandateatlas.gateway.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.document.Document;
import org.mandateatlas.gateway.document.Fact;
import org.mandateatlas.gateway.document.Names;
import org.mandateatlas.gateway.document.Subjects;

/** Tells what is dated in one document, entry by entry. */
final class Telling {

    private final List<Entry> entries = new ArrayList<>();
    private final Document document;
    private final Names names;
    private final String name;
    private final Subjects about;

    Telling(Document document, Names names) {
        this.document = document;
        this.names = names;
        this.name = document.name(names);
        this.about = Subjects.of(document);
    }

    List<Entry> entries() {
        return entries;
    }

    Fact fact() {
        return document.fact();
    }

    String name() {
        return name;
    }

    Subjects about() {
        return about;
    }

    String institution(@Nullable String id) {
        return id == null ? "somebody" : names.of("institutions", id);
    }

    String called(String collection, @Nullable String id) {
        return id == null ? "something" : names.of(collection, id);
    }

    /** Tells that something happened, if its date is known. */
    void tell(@Nullable String date, Happening event, String text, Fact cited) {
        tell(date, event, text, about, cited);
    }

    /** Tells that something happened that is about others than the document as a whole. */
    void tell(@Nullable String date, Happening event, String text, Subjects about, Fact cited) {
        PartialDate when = PartialDate.read(date);
        if (when != null) {
            entries.add(new Entry(
                    when,
                    document.collection(),
                    document.id(),
                    entries.size(),
                    name,
                    event,
                    text,
                    about,
                    (cited.citations().isEmpty() ? document.fact() : cited).citations()));
        }
    }

    /** Tells that something began and ended, each if its date is known. */
    void tellPeriod(Fact item, Happening beginning, String begun, Happening ending, String ended, Subjects about) {
        Fact validity = item.within("validity");
        tell(validity.text("from"), beginning, begun, about, item);
        tell(validity.text("to"), ending, ended, about, item);
    }

    /** Tells that the document itself began and ended. */
    void tellValidity(Happening beginning, String begun, Happening ending, String ended) {
        tellPeriod(document.fact(), beginning, begun, ending, ended, about);
    }

    /** Tells the figures and remarks that many kinds of documents have. */
    void tellFiguresAndRemarks() {
        for (Fact figure : fact().items("figures")) {
            tell(figure.text("asOf"), Happening.FIGURE, figure(figure), figure);
        }
        for (Fact remark : fact().items("remarks")) {
            tell(remark.within("validity").text("from"), Happening.REMARK, remark.text("text", name), remark);
        }
    }

    private String figure(Fact figure) {
        String amount = figure.json().path("value").asText() + " " + figure.text("unit", "");
        String qualifier = figure.text("qualifier", "exact");
        String counted = qualifier.equals("exact") ? amount : qualifier.replace('-', ' ') + ' ' + amount;
        return name + ": " + counted.strip();
    }
}
