package org.mandateatlas.registry.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.registry.DocumentType;

/**
 * A search over collections of the service.
 *
 * @param phrase the text
 * @param types the collections
 * @param times the two times
 * @param namesOnly whether only names are searched
 * @param limit the maximum number of results
 * @param after the result to continue after; null from the start
 */
record SearchQuery(
        SearchPhrase phrase,
        List<DocumentType<?>> types,
        Times times,
        boolean namesOnly,
        int limit,
        @Nullable SearchOrder after) {}
