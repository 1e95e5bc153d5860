package org.mandateatlas.gateway.search;

import java.util.Comparator;
import java.util.List;
import org.mandateatlas.gateway.reading.Cursor;

/**
 * Where a hit stands in the order, without the hit itself: the best first, equals by collection and id.
 *
 * @param score how well it is what was typed
 * @param collection the collection
 * @param id the document
 */
record HitPlace(double score, String collection, String id) implements Comparable<HitPlace> {

    private static final int PARTS = 3;

    private static final Comparator<HitPlace> ORDER = Comparator.comparingDouble(HitPlace::score)
            .reversed()
            .thenComparingInt(place -> Passages.rank(place.collection))
            .thenComparing(HitPlace::id);

    /** Reads where a page ended. */
    static HitPlace of(Cursor cursor) {
        List<String> texts = cursor.place();
        if (texts.size() == PARTS) {
            try {
                return new HitPlace(Double.parseDouble(texts.getFirst()), texts.get(1), texts.get(2));
            } catch (NumberFormatException e) {
                // told below
            }
        }
        throw Cursor.refused();
    }

    List<String> texts() {
        return List.of(Double.toString(score), collection, id);
    }

    @Override
    public int compareTo(HitPlace other) {
        return ORDER.compare(this, other);
    }
}
