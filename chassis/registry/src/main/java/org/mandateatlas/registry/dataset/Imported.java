package org.mandateatlas.registry.dataset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;

/** The digest of a bundled document at its last import. */
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

    /** Stores the digest and clears the persistence context, which every further flush would otherwise inspect. */
    static void remember(Key key, String digest) {
        getEntityManager().merge(new Imported(key, digest));
        flush();
        getEntityManager().clear();
    }

    /** The key of a document. */
    record Key(String stream, String id) implements Serializable {}
}
