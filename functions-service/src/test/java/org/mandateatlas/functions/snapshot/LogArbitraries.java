package org.mandateatlas.functions.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.coverage.RegistrySnapshotArbitraries;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.replication.LoggedRevision;

/** Logs of small worlds: what came in which order, each stream in its sequence. */
class LogArbitraries extends DomainContextBase {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final RegistrySnapshotArbitraries worlds = new RegistrySnapshotArbitraries();

    /**
     * Revisions of all streams.
     *
     * @param revisions in the order in which they came
     */
    record Log(List<LoggedRevision> revisions) {

        List<LoggedRevision> of(String stream) {
            return revisions.stream()
                    .filter(revision -> revision.stream().equals(stream))
                    .toList();
        }
    }

    /** A write: what a document says from then on; null where it is retracted. */
    private record Write(String stream, String id, @Nullable String document) {}

    @Provide
    Arbitrary<Log> logs() {
        return Arbitraries.oneOf(List.of(
                        writes("function", worlds.functions().map(function -> new Named(function.id(), function))),
                        writes(
                                "institution",
                                worlds.anInstitution().map(institution -> new Named(institution.id(), institution))),
                        writes("mandate", numbered("mandate", worlds.mandates())),
                        writes("capacity", numbered("capacity", worlds.capacities()))))
                .list()
                .ofMaxSize(30)
                .map(LogArbitraries::log);
    }

    private record Named(String id, Object document) {}

    private static Arbitrary<Named> numbered(String stream, Arbitrary<?> documents) {
        return Combinators.combine(Arbitraries.integers().between(1, 4), documents)
                .as((number, document) -> new Named(stream + "-" + number, document));
    }

    private static Arbitrary<Write> writes(String stream, Arbitrary<Named> documents) {
        return Combinators.combine(documents, Arbitraries.of(true, true, true, true, false))
                .as((named, living) -> new Write(
                        stream, named.id(), living ? DocumentJson.write(DocumentJson.tree(named.document())) : null));
    }

    private static Log log(List<Write> writes) {
        Map<String, Integer> sequences = new HashMap<>();
        Map<String, Integer> versions = new HashMap<>();
        var revisions = new ArrayList<LoggedRevision>();
        for (var write : writes) {
            revisions.add(new LoggedRevision(
                    write.stream(),
                    sequences.merge(write.stream(), 1, Integer::sum),
                    write.id(),
                    versions.merge(write.stream() + "/" + write.id(), 1, Integer::sum),
                    write.document() == null ? "retracted" : "changed",
                    BEGINNING.plusSeconds(revisions.size()),
                    write.document()));
        }
        return new Log(List.copyOf(revisions));
    }
}
