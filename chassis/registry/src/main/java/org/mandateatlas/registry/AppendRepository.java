package org.mandateatlas.registry;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.Append.Outcome;

/** Appends revisions to a locked stream, with their index rows. */
@ApplicationScoped
class AppendRepository {

    private final AgroalDataSource database;
    private final Clock clock;
    private final ReferenceChecks references;
    private final Duration lockTimeout;

    AppendRepository(
            AgroalDataSource database,
            Clock clock,
            ReferenceChecks references,
            @ConfigProperty(name = "atlas.registry.lock-timeout", defaultValue = "5s") Duration lockTimeout) {
        this.database = database;
        this.clock = clock;
        this.references = references;
        this.lockTimeout = lockTimeout;
    }

    /**
     * Locks the stream until the end of the transaction and appends in the given order.
     *
     * @return one outcome for each, in the same order
     */
    List<Outcome> append(String stream, List<Append> appends) {
        return append(stream, appends, silence());
    }

    /**
     * Appends as {@link #append(String, List)} does, in a transaction that prepares further documents afterwards.
     *
     * @param silence time without a statement after which the database ends the transaction
     */
    List<Outcome> append(String stream, List<Append> appends, Duration silence) {
        try (var connection = database.getConnection()) {
            var group = AppendGroupRepository.lock(connection, stream, appends, lockTimeout, silence);
            var outcomes = append(group, appends);
            group.write();
            return outcomes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Appends versions of different documents, any of which may refer to any other, or writes nothing unless all can be appended.
     *
     * @return one outcome for each, in the same order
     */
    List<Outcome> appendTogether(String stream, List<Append> appends) {
        try (var connection = database.getConnection()) {
            var group = AppendGroupRepository.lock(connection, stream, appends, lockTimeout, silence());
            appends.forEach(append ->
                    group.existing().add(Reference.to(stream, append.draft().id())));
            var outcomes = append(group, appends);
            if (outcomes.stream().allMatch(Outcome.Appended.class::isInstance)) {
                group.write();
            }
            return outcomes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the time after which the database ends the transaction of a process that is frozen and holds the lock. */
    private Duration silence() {
        return lockTimeout.multipliedBy(2);
    }

    private List<Outcome> append(AppendGroupRepository group, List<Append> appends) throws SQLException {
        var outcomes = new ArrayList<Outcome>();
        for (var append : appends) {
            outcomes.add(append(group, append));
        }
        return outcomes;
    }

    private Outcome append(AppendGroupRepository group, Append append) throws SQLException {
        var draft = append.draft();
        if (!group.follows(draft)) {
            return new Outcome.Intervened();
        }
        try {
            if (append.retracts()) {
                group.write();
                references.checkReferrers(draft.stream(), draft.id());
            } else {
                references.checkOwn(append.references(), group.existing());
            }
        } catch (ProblemException e) {
            return new Outcome.Refused(e);
        }
        var revision = group.append(append, clock);
        return new Outcome.Appended(revision, group.position(revision));
    }
}
