package org.mandateatlas.institutions.mandate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.DocumentJson;

/** A mandate that keeps every rule, of which a test says only what it is about. */
public final class MandateFixture {

    private final ObjectNode tree = DocumentJson.stored("""
            {"id": "iom-forum", "institution": "iom", "title": "Forum on migration",
             "text": "Give states and others a place to talk about migration.",
             "functions": ["discussion-platform"], "populations": ["states"],
             "authority": "constitution", "force": "binding",
             "validity": {"from": "1989-11-14"},
             "citations": [{"source": "newland-2004", "locator": "lines 327-329"}]}""");

    private MandateFixture() {}

    /** Begins with the defaults. */
    public static MandateFixture aMandate() {
        return new MandateFixture();
    }

    /** Names it. */
    public MandateFixture called(String id) {
        tree.put("id", id);
        return this;
    }

    /** Sets the holder. */
    public MandateFixture of(String institution) {
        tree.put("institution", institution);
        return this;
    }

    /** Sets the kind. */
    public MandateFixture titled(String title) {
        tree.put("title", title);
        return this;
    }

    /** Sets the functions. */
    public MandateFixture covering(String... functions) {
        var list = tree.putArray("functions");
        List.of(functions).forEach(list::add);
        return this;
    }

    /** Sets the instrument and provision. */
    public MandateFixture restingOn(String instrument, String provision) {
        tree.put("instrument", instrument).put("provision", provision);
        return this;
    }

    /** Sets the provision without an instrument. */
    public MandateFixture at(String provision) {
        tree.put("provision", provision);
        return this;
    }

    /** Sets the beginning. */
    public MandateFixture from(String date) {
        tree.withObjectProperty("validity").put("from", date);
        return this;
    }

    /** Sets the end. */
    public MandateFixture until(String date) {
        tree.withObjectProperty("validity").put("to", date);
        return this;
    }

    /** Adds an earlier holder. */
    public MandateFixture heldBefore(String institution, @Nullable String from, String to) {
        heldBeforeWithoutEnd(institution, from).withObjectProperty("validity").put("to", to);
        return this;
    }

    /** Adds an earlier holder who never ceased to hold it. */
    public MandateFixture heldBefore(String institution, String from) {
        heldBeforeWithoutEnd(institution, from);
        return this;
    }

    private ObjectNode heldBeforeWithoutEnd(String institution, @Nullable String from) {
        var holder = tree.withArrayProperty("earlierHolders").addObject().put("institution", institution);
        holder.putObject("validity").put("from", from);
        cite(holder, "newland-2004");
        return holder;
    }

    /** Adds a limit. */
    public MandateFixture limitedBy(String text) {
        cite(tree.withArrayProperty("limits").addObject().put("text", text), "newland-2004");
        return this;
    }

    /** Adds a mandate whose place it took. */
    public MandateFixture superseding(String mandate) {
        var superseded = tree.withArrayProperty("supersedes").addObject().put("mandate", mandate);
        cite(superseded.put("manner", "implicit"), "newland-2004");
        return this;
    }

    /** Sets the review clause. */
    public MandateFixture withReviewClause(boolean clause) {
        cite(tree.putObject("review").put("clause", clause), "newland-2004");
        return this;
    }

    /** Sets the source. */
    public MandateFixture citing(String source) {
        cite(tree, source);
        return this;
    }

    /** Leaves out where it stands. */
    public MandateFixture uncited() {
        tree.remove("citations");
        return this;
    }

    private static void cite(ObjectNode fact, String source) {
        fact.putArray("citations").addObject().put("source", source);
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
    public Mandate mandate() {
        return DocumentJson.read(tree, Mandate.class);
    }
}
