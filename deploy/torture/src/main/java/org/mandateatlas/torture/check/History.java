package org.mandateatlas.torture.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The log at the end of a run, by document, by stream and by the token of the write. */
final class History {

    private final Map<String, List<HistoryRevision>> documents = new TreeMap<>();
    private final Map<String, TreeMap<Long, HistoryRevision>> streams = new TreeMap<>();
    private final Map<String, List<HistoryRevision>> tokens = new HashMap<>();
    private final List<HistoryRevision> repeated = new ArrayList<>();

    History(List<HistoryRevision> revisions) {
        for (var revision : revisions) {
            documents
                    .computeIfAbsent(revision.document(), unknown -> new ArrayList<>())
                    .add(revision);
            tokens.computeIfAbsent(revision.token(), unknown -> new ArrayList<>())
                    .add(revision);
            if (streams.computeIfAbsent(revision.stream(), unknown -> new TreeMap<>())
                            .putIfAbsent(revision.sequence(), revision)
                    != null) {
                repeated.add(revision);
            }
        }
        documents.values().forEach(versions -> versions.sort(Comparator.comparingInt(HistoryRevision::version)));
    }

    /** Returns the revisions of each document, by version. */
    Map<String, List<HistoryRevision>> documents() {
        return documents;
    }

    /** Returns the revisions of each stream, by sequence. */
    Map<String, TreeMap<Long, HistoryRevision>> streams() {
        return streams;
    }

    /** Returns the revisions whose sequence another revision of the stream has, too. */
    List<HistoryRevision> repeated() {
        return repeated;
    }

    @Nullable HistoryRevision revision(String stream, long sequence) {
        var revisions = streams.get(stream);
        return revisions == null ? null : revisions.get(sequence);
    }

    @Nullable HistoryRevision version(String document, int version) {
        return versions(document)
                .filter(revision -> revision.version() == version)
                .findFirst()
                .orElse(null);
    }

    Stream<HistoryRevision> versions(String document) {
        return documents.getOrDefault(document, List.of()).stream();
    }

    @Nullable HistoryRevision last(String document) {
        var versions = documents.get(document);
        return versions == null ? null : versions.getLast();
    }

    /** Returns the revisions of a document that a write made. */
    List<HistoryRevision> of(String document, String token) {
        return tokens.getOrDefault(token, List.of()).stream()
                .filter(revision -> revision.document().equals(document))
                .toList();
    }
}
