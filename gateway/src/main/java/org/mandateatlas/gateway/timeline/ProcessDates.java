package org.mandateatlas.gateway.timeline;

import org.mandateatlas.gateway.document.Fact;

/** What is dated in a process, in a part that somebody has in it, in its meetings and its outputs. */
final class ProcessDates {

    private ProcessDates() {}

    static void tell(Telling telling) {
        String name = telling.name();
        telling.tellValidity(Happening.BEGAN, name + " begins", Happening.ENDED, name + " ends");
        for (Fact open : telling.fact().items("openTo")) {
            String who = name + " is open to " + open.text("who", "").replace('-', ' ');
            telling.tellPeriod(open, Happening.OPENED, who, Happening.CLOSED, who + " no longer", telling.about());
        }
        for (Fact frequency : telling.fact().items("frequency")) {
            telling.tell(
                    frequency.within("validity").text("from"),
                    Happening.REMARK,
                    name + ": " + frequency.text("text", ""),
                    frequency);
        }
        telling.tellFiguresAndRemarks();
    }

    static void tellParticipation(Telling telling) {
        String text = telling.fact().text("text");
        telling.tellValidity(
                Happening.JOINED,
                telling.name() + (text == null ? "" : ". " + text),
                Happening.LEFT,
                telling.name() + ", no longer");
        telling.tellFiguresAndRemarks();
    }

    /** That a meeting ended tells nothing, once it is told that it was held. */
    static void tellMeeting(Telling telling) {
        Fact meeting = telling.fact();
        Fact validity = meeting.within("validity");
        String place = meeting.text("place");
        String last = validity.text("to", "");
        String days = last.equals(validity.text("from", "")) || last.isEmpty() ? "" : ", until " + last;
        telling.tell(
                validity.text("from"),
                Happening.MET,
                telling.called("processes", meeting.text("process")) + " meets" + (place == null ? "" : " in " + place)
                        + days + ": " + telling.name(),
                meeting);
        telling.tellFiguresAndRemarks();
    }

    static void tellOutput(Telling telling) {
        Fact output = telling.fact();
        String title = "“" + telling.name() + "”";
        telling.tellValidity(
                Happening.OUTPUT,
                telling.called("processes", output.text("process")) + ": "
                        + output.text("kind", "output").replace('-', ' ') + ' ' + title,
                Happening.ENDED,
                title + " has effect no longer");
        telling.tellFiguresAndRemarks();
    }
}
