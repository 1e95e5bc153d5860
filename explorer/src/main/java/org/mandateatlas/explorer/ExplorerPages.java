package org.mandateatlas.explorer;

import org.jspecify.annotations.Nullable;

/** The pages of documents in the explorer. */
public final class ExplorerPages {

    private ExplorerPages() {}

    /** Returns the path of the page of a document; null if the explorer has none for its collection. */
    public static @Nullable String of(String collection, String id) {
        var view = collection.equals("policy-options") ? "reforms" : collection;
        var path = "/explorer/" + view + "/" + id;
        return path.matches(ExplorerRoutes.VIEWS) ? path : null;
    }
}
