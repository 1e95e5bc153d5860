package org.mandateatlas.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the log position: {@code stream:sequence} for each stream, by name, joined by commas. */
@ApplicationScoped
public class PositionRepository {

    /** A scalar subquery, so that a read and its position come from one snapshot. */
    static final String NOW = "(select string_agg(name || ':' || sequence, ',' order by name) from stream)";

    /** The position at an instant, its only parameter. */
    static final String THEN = """
            (select string_agg(s.name || ':' || coalesce((select r.sequence from revision r
                 where r.stream = s.name and r.recorded_at <= ? order by r.recorded_at desc, r.sequence desc limit 1), 0),
                 ',' order by s.name) from stream s)""";

    /** Returns the position at an instant, or now, as a scalar sub-query. */
    public static Clause at(@Nullable Instant knownAt) {
        return knownAt == null ? Clause.of(NOW) : Clause.of(THEN, EntryRepository.at(knownAt));
    }

    private static final String SELECT_NOW = "select " + NOW;

    private final EntityManager entities;

    PositionRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns the current position, which includes every acknowledged write. */
    public String now() {
        return (String) entities.createNativeQuery(SELECT_NOW, String.class).getSingleResult();
    }
}
