package org.mandateatlas.gateway.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.document.Fact;

/** What is dated in an institution: its existence, names, status, relations, seat, offices and figures. */
final class InstitutionDates {

    private InstitutionDates() {}

    static void tell(Telling telling) {
        Fact institution = telling.fact();
        String name = telling.name();
        telling.tellValidity(Happening.BEGAN, name + " begins", Happening.ENDED, name + " ends");
        tellNames(telling, institution.items("names"));
        for (Fact status : institution.items("unStatus")) {
            telling.tell(
                    status.within("validity").text("from"),
                    Happening.STATUS_CHANGED,
                    name + ": " + status.text("status", "").replace('-', ' ') + unSystem(status),
                    status);
        }
        institution.items("relations").forEach(relation -> tellRelation(telling, relation));
        for (Fact seat : institution.items("headquarters")) {
            telling.tell(
                    seat.within("validity").text("from"),
                    Happening.SEATED,
                    name + " sits in " + seat.text("place", "") + ", " + seat.text("country", ""),
                    seat);
        }
        for (Fact holder : institution.items("officeHolders")) {
            String office = holder.text("name", "Somebody") + ", " + holder.text("title", "in office");
            telling.tellPeriod(
                    holder,
                    Happening.OFFICE_HELD,
                    office + ", takes office",
                    Happening.OFFICE_LEFT,
                    office + ", leaves office",
                    telling.about());
        }
        telling.tellFiguresAndRemarks();
    }

    private static String unSystem(Fact status) {
        return "outside".equals(status.text("status")) ? " the UN system" : " in the UN system";
    }

    /** A name and the abbreviation that comes with it are one event. */
    private static void tellNames(Telling telling, List<Fact> names) {
        var told = new HashSet<Fact>();
        for (Fact name : names) {
            if ("official".equals(name.text("kind"))) {
                Fact abbreviation = abbreviationOf(name, names, told);
                String brief = abbreviation == null ? "" : " (" + abbreviation.text("value", "") + ")";
                tellName(telling, name, "Named " + name.text("value", "") + brief);
            }
        }
        for (Fact name : names) {
            if (!"official".equals(name.text("kind")) && !told.contains(name)) {
                tellName(telling, name, "Named " + name.text("value", "") + " for short");
            }
        }
    }

    private static void tellName(Telling telling, Fact name, String text) {
        telling.tell(name.within("validity").text("from"), Happening.NAMED, text, name);
    }

    private static @Nullable Fact abbreviationOf(Fact name, List<Fact> names, Set<Fact> told) {
        for (Fact other : names) {
            if ("abbreviation".equals(other.text("kind"))
                    && other.text("language", "").equals(name.text("language", ""))
                    && other.within("validity")
                            .text("from", "")
                            .equals(name.within("validity").text("from", ""))) {
                told.add(other);
                return other;
            }
        }
        return null;
    }

    private static void tellRelation(Telling telling, Fact relation) {
        String other = relation.text("institution");
        String text = relationText(telling.name(), relation.text("type", "related-to"), telling.institution(other));
        telling.tellPeriod(
                relation,
                Happening.RELATION_BEGAN,
                text,
                Happening.RELATION_ENDED,
                "No longer: " + text,
                telling.about().with(other));
    }

    private static String relationText(String name, String type, String other) {
        return type.equals("predecessor")
                ? name + " follows " + other
                : name + ": " + type.replace('-', ' ') + ' ' + other;
    }
}
