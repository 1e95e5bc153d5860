package org.mandateatlas.gateway.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can happen on a date of the timeline. */
public enum Happening {
    /** It came into being. */
    BEGAN,
    /** It ceased to be, or to have effect. */
    ENDED,
    /** An institution took a name. */
    NAMED,
    /** An institution came to stand otherwise to the UN system. */
    STATUS_CHANGED,
    /** An institution came to stand in a relation to another. */
    RELATION_BEGAN,
    /** It stood in that relation no longer. */
    RELATION_ENDED,
    /** An institution took its seat. */
    SEATED,
    /** Somebody came to hold an office. */
    OFFICE_HELD,
    /** Somebody left an office. */
    OFFICE_LEFT,
    /** Something was counted or estimated. */
    FIGURE,
    /** Something else is known of that time. */
    REMARK,
    /** An institution was given a mandate. */
    MANDATE_ESTABLISHED,
    /** A mandate went to another institution. */
    MANDATE_TRANSFERRED,
    /** A mandate lapsed or was withdrawn. */
    MANDATE_ENDED,
    /** A mandate was to be reviewed. */
    REVIEW_DUE,
    /** An instrument was adopted. */
    ADOPTED,
    /** An instrument, or an amendment, entered into force. */
    ENTERED_INTO_FORCE,
    /** An instrument was in force no longer. */
    FORCE_ENDED,
    /** An instrument was amended. */
    AMENDED,
    /** Somebody came to watch over an instrument. */
    SUPERVISION_BEGAN,
    /** Somebody watched over it no longer. */
    SUPERVISION_ENDED,
    /** A source was published. */
    PUBLISHED,
    /** An institution came to perform a function so far. */
    CAPACITY_BEGAN,
    /** It performed it so far no longer. */
    CAPACITY_ENDED,
    /** A policy option was put forward. */
    PROPOSED,
    /** Something came of a policy option. */
    OUTCOME,
    /** A process became open to some. */
    OPENED,
    /** A process was open to them no longer. */
    CLOSED,
    /** Somebody came to take part in a process. */
    JOINED,
    /** Somebody took part no longer. */
    LEFT,
    /** A process met. */
    MET,
    /** Something came out of a process. */
    OUTPUT;

    /** Returns the word that the API has for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns all words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Happening::word).toList();
    }
}
