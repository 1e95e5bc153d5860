package org.mandateatlas.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Views of documents as of days, as text. A version is immutable, and its view is the same on all days between two of its boundaries:
 * each view is computed once and kept while there is room.
 */
@Singleton
public class DayViews {

    private static final long MOST_CHARACTERS = 16L << 20;
    private static final int OVERHEAD = 200;

    private final Cache<VersionKey, Views> versions = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .<VersionKey, Views>weigher((key, views) -> views.weight())
            .build();

    /** Returns the text of a stored document as of the day; like the stored text, it has no status. */
    public String on(LocalDate day, DocumentType<?> type, StoredDocument stored, String text) {
        return versions.get(VersionKey.of(type, stored), added -> Views.of(type, text))
                .on(day, type, text);
    }

    /**
     * The views of one version.
     *
     * @param days the first day of each view, in order
     * @param texts the text of each view; null until it is needed
     * @param weight the most characters of all texts
     */
    private record Views(LocalDate[] days, AtomicReferenceArray<String> texts, int weight) {

        static <D extends Document> Views of(DocumentType<D> type, String text) {
            var days = Boundary.days(type, DocumentJson.stored(text, type.record()))
                    .toArray(LocalDate[]::new);
            return new Views(days, new AtomicReferenceArray<>(days.length), OVERHEAD + days.length * text.length());
        }

        <D extends Document> String on(LocalDate day, DocumentType<D> type, String text) {
            var found = Arrays.binarySearch(days, day);
            var view = found < 0 ? -found - 2 : found;
            var known = texts.get(view);
            if (known == null) {
                var document = type.at(DocumentJson.stored(text, type.record()), day);
                known = DocumentJson.write(DocumentJson.tree(document));
                texts.set(view, known);
            }
            return known;
        }
    }
}
