package org.mandateatlas.torture.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The documents that several clients write and read. */
public final class SharedDocuments {

    private static final int CONTENDED = 6;

    /** Readers mostly look at documents that were created lately. */
    private static final int RECENT = 40;

    private final List<Name> contended = new ArrayList<>();
    private final List<Name> created = new CopyOnWriteArrayList<>();

    /** Creates the names of the documents that all writers change. */
    public SharedDocuments() {
        for (var i = 1; i <= CONTENDED; i++) {
            contended.add(new Name(i % 2 == 0 ? Stream.MANDATE : Stream.INSTITUTION, "made-contended-" + i));
        }
    }

    List<Name> contended() {
        return contended;
    }

    void add(Name name) {
        created.add(name);
    }

    /** Returns a document to read. */
    Name any(Random random) {
        var size = created.size();
        if (size == 0 || random.nextInt(3) > 0) {
            return contended.get(random.nextInt(contended.size()));
        }
        return created.get(Math.max(0, size - 1 - random.nextInt(Math.min(size, RECENT))));
    }

    /**
     * The name of a document.
     *
     * @param stream its stream
     * @param id its id
     */
    public record Name(Stream stream, String id) {

        /** Returns its name among all streams. */
        public String document() {
            return stream.stream() + "/" + id;
        }

        /** Returns its path. */
        public String path() {
            return stream.path(id);
        }
    }
}
