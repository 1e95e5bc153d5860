package org.mandateatlas.linkeddata;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.edge.DocumentReads;

/** The collection and the id in the path of a request. */
record DocumentPath(String collection, String id) {

    /** Returns what the path names; null if there is no such collection, or if the id is none. */
    static @Nullable DocumentPath of(RoutingContext context, DocumentReads documents) {
        var collection = context.pathParam("collection");
        var id = context.pathParam("id");
        return collection == null || id == null || !documents.collections().contains(collection) || !Slug.is(id)
                ? null
                : new DocumentPath(collection, id);
    }

    /** Returns the path below the version of the API, without a slash in front. */
    @Override
    public String toString() {
        return collection + "/" + id;
    }
}
