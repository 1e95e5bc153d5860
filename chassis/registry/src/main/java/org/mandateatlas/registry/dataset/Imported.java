package org.mandateatlas.registry.dataset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;

/** Which text of a bundled document was imported last. */
@Entity
@IdClass(Imported.Key.class)
class Imported extends PanacheEntityBase {

    @Id
    String stream;

    @Id
    String id;

    String digest;

    @SuppressWarnings("NullAway") // Hibernate sets the fields
    Imported() {}

    private Imported(Key key, String digest) {
        this.stream = key.stream();
        this.id = key.id();
        this.digest = digest;
    }

    /**
     * Notes the text that was imported, instead of any before. The session lets go of all that has been written: it
     * would look
     * through that again with every further document.
     */
    static void remember(Key key, String digest) {
        getEntityManager().merge(new Imported(key, digest));
        flush();
        getEntityManager().clear();
    }

    /** The key of a document. */
    record Key(String stream, String id) implements Serializable {}
}
