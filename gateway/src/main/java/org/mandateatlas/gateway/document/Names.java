package org.mandateatlas.gateway.document;

import java.util.Collection;
import java.util.HashMap;

/** What documents are called. One of which nothing is known is called by its id. */
@FunctionalInterface
public interface Names {

    /** Calls everything by its id. */
    Names UNKNOWN = (collection, id) -> id;

    /** Returns what a document is called. */
    String of(String collection, String id);

    /** Returns the names that the documents themselves carry. */
    static Names of(Collection<Document> documents) {
        var names = new HashMap<String, String>();
        for (Document document : documents) {
            String name = document.ownName();
            if (name != null) {
                names.put(document.collection() + '/' + document.id(), name);
            }
        }
        return (collection, id) -> names.getOrDefault(collection + '/' + id, id);
    }
}
