package org.mandateatlas.registry.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.DocumentType;

/**
 * A query for differences.
 *
 * @param span the two states
 * @param types the collections
 * @param institutions terms of institutions, one of which a document must be about; empty for any
 * @param functions terms of functions, one of which a document must be about; empty for any
 * @param limit the maximum number of differences
 * @param after the difference to continue after; null from the start
 */
record DiffQuery(
        DiffSpan span,
        List<DocumentType<?>> types,
        List<String> institutions,
        List<String> functions,
        int limit,
        @Nullable DiffOrder after) {

    List<String> streams() {
        return types.stream().map(DocumentType::stream).toList();
    }
}
