package org.mandateatlas.processes.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.processes.participation.Participation;
import org.mandateatlas.processes.process.GovernanceProcess;
import org.mandateatlas.registry.Document;
import org.mandateatlas.replication.replica.Version;

/**
 * The registry at a position: the last version of each document, by id, including retractions.
 *
 * @param position the log position
 * @param knownAt the requested record time, or null
 * @param processes the processes
 * @param participations their participations
 * @param institutions the institutions
 */
record NetworkSnapshot(
        Position position,
        @Nullable Instant knownAt,
        List<Version<GovernanceProcess>> processes,
        List<Version<Participation>> participations,
        List<Version<NamedInstitution>> institutions) {

    /** Returns the documents that are current or unconfirmed on the day. */
    static <D extends Document> Stream<D> on(LocalDate day, List<Version<D>> versions) {
        return versions.stream()
                .map(Version::content)
                .filter(Objects::nonNull)
                .filter(document -> document.validity().contains(day));
    }

    /** Returns all processes that are not retracted, by id. */
    Map<String, GovernanceProcess> allProcesses() {
        return processes.stream()
                .map(Version::content)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(GovernanceProcess::id, Function.identity()));
    }

    /** Returns the institutions that are not retracted, by id. */
    Map<String, NamedInstitution> allInstitutions() {
        return institutions.stream()
                .map(Version::content)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(NamedInstitution::id, Function.identity()));
    }
}
