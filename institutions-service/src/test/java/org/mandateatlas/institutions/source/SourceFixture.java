package org.mandateatlas.institutions.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentJson;

/** A source that keeps every rule, of which a test says only what it is about. */
public final class SourceFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "newland-2004", "kind": "paper", "title": "The Governance of International Migration", "grade": "A"}""");

    private SourceFixture() {}

    /** Begins with the defaults. */
    public static SourceFixture aSource() {
        return new SourceFixture();
    }

    /** Gives it its id. */
    public SourceFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the URL. */
    public SourceFixture at(String url) {
        tree.put("url", url);
        return this;
    }

    /** Sets publisher and symbol. */
    public SourceFixture published(String publisher, String symbol) {
        tree.put("publisher", publisher).put("symbol", symbol);
        return this;
    }

    /** Returns the body of a write. */
    public String json() {
        return DocumentJson.write(tree);
    }

    /** Returns the body as a tree. */
    public ObjectNode tree() {
        return tree.deepCopy();
    }

    /** Returns the document. */
    public Source source() {
        return DocumentJson.read(tree, Source.class);
    }
}
