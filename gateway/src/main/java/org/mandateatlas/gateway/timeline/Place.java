package org.mandateatlas.gateway.timeline;

import java.util.Comparator;
import java.util.List;
import org.mandateatlas.gateway.reading.Cursor;

/** Where an entry stands in the order, without the entry itself. */
record Place(PartialDate date, String collection, String id, int number) {

    private static final int PARTS = 4;

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::date)
            .thenComparing(Place::collection)
            .thenComparing(Place::id)
            .thenComparingInt(Place::number);

    static Place of(Entry entry) {
        return new Place(entry.date(), entry.collection(), entry.id(), entry.place());
    }

    /** Reads where a page ended. */
    static Place of(Cursor cursor) {
        List<String> texts = cursor.place();
        PartialDate date = texts.size() == PARTS ? PartialDate.read(texts.getFirst()) : null;
        if (date == null || !texts.getLast().matches("\\d{1,9}")) {
            throw Cursor.refused();
        }
        return new Place(date, texts.get(1), texts.get(2), Integer.parseInt(texts.getLast()));
    }

    List<String> texts() {
        return List.of(date.text(), collection, id, Integer.toString(number));
    }

    boolean isBefore(Entry entry) {
        return ORDER.compare(this, of(entry)) < 0;
    }
}
