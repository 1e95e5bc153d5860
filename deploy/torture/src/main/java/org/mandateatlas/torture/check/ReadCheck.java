package org.mandateatlas.torture.check;

import static org.mandateatlas.torture.check.Rule.READERS_MOVE_FORWARD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mandateatlas.torture.journal.Journals;
import org.mandateatlas.torture.journal.OperationOutcome;
import org.mandateatlas.torture.journal.ReadEntry;
import org.mandateatlas.torture.journal.WriteEntry;

/**
 * Readers move forward. No response is older than the position that the request sent, than its own position, than what the same
 * client has seen before through any gateway, or, if it must be fresh, than a write that was acknowledged before; and each shows
 * a version as it was written.
 */
final class ReadCheck {

    private static final int FOUND = 200;
    private static final int GONE = 410;
    private static final Set<Integer> ANSWERED = Set.of(FOUND, 404, GONE);

    private final Journals journals;
    private final History history;
    private final Map<String, WriteEntry> writes = new HashMap<>();
    private final Map<String, List<Acknowledged>> acknowledged = new HashMap<>();
    private final List<RuleViolation> violations = new ArrayList<>();

    ReadCheck(Journals journals, History history) {
        this.journals = journals;
        this.history = history;
        for (var write : journals.writes()) {
            writes.put(write.document() + " " + write.token(), write);
            if (write.outcome() == OperationOutcome.OK) {
                history.of(write.document(), write.token())
                        .forEach(revision -> acknowledged
                                .computeIfAbsent(write.document(), unknown -> new ArrayList<>())
                                .add(new Acknowledged(write.completed(), revision.version())));
            }
        }
    }

    List<RuleViolation> violations() {
        var seen = new HashMap<String, ReadEntry>();
        for (var read : journals.reads()) {
            if (!ANSWERED.contains(read.status())) {
                continue;
            }
            checkPosition(read);
            var document = read.document();
            if (document != null) {
                checkVersion(read, document);
                checkClient(read, document, seen);
            }
        }
        return violations;
    }

    private void checkPosition(ReadEntry read) {
        read.position().forEach((stream, sequence) -> {
            if (sequence < read.sent().getOrDefault(stream, 0L)) {
                add("the response is at " + stream + ":" + sequence + ", before the position sent", read);
            }
        });
    }

    private void checkVersion(ReadEntry read, String document) {
        var least = least(read, document);
        var version = read.version();
        if (version == null) {
            if (least > 0 && !isGone(read, document, least)) {
                add("no document, although version " + least + " was known", read);
            }
            return;
        }
        if (version < least) {
            add("version " + version + " although version " + least + " was known", read);
        }
        var revision = history.version(document, version);
        if (revision == null || !revision.token().equals(read.token())) {
            add("the response shows " + read.token() + " as version " + version + ", recorded is " + revision, read);
            return;
        }
        var position = read.position().get(revision.stream());
        if (position != null && revision.sequence() > position) {
            add("the response is newer than its position: " + revision, read);
        }
        var write = writes.get(document + " " + revision.token());
        if (write != null && write.invoked() > read.completed()) {
            violations.add(
                    RuleViolation.of(READERS_MOVE_FORWARD, "the version was read before it was written", read, write));
        }
    }

    /** Returns the version that the response must show at least; 0 for none. */
    private int least(ReadEntry read, String document) {
        var stream = document.substring(0, document.indexOf('/'));
        var known =
                Math.max(read.sent().getOrDefault(stream, 0L), read.position().getOrDefault(stream, 0L));
        var least = history.versions(document)
                .filter(revision -> revision.sequence() <= known)
                .mapToInt(HistoryRevision::version)
                .max()
                .orElse(0);
        return read.fresh() ? Math.max(least, acknowledgedBefore(document, read.invoked())) : least;
    }

    private int acknowledgedBefore(String document, long instant) {
        return acknowledged.getOrDefault(document, List.of()).stream()
                .filter(write -> write.completed() < instant)
                .max(Comparator.comparingInt(Acknowledged::version))
                .map(Acknowledged::version)
                .orElse(0);
    }

    private boolean isGone(ReadEntry read, String document, int least) {
        return read.status() == GONE
                && history.versions(document)
                        .anyMatch(revision -> revision.version() >= least && revision.isRetraction());
    }

    private void checkClient(ReadEntry read, String document, Map<String, ReadEntry> seen) {
        if (read.version() == null) {
            return;
        }
        var key = read.client() + " " + document;
        var before = seen.get(key);
        if (before != null && Objects.requireNonNull(before.version()) > read.version()) {
            violations.add(RuleViolation.of(
                    READERS_MOVE_FORWARD,
                    "version " + read.version() + " after version " + before.version(),
                    before,
                    read));
        } else {
            seen.put(key, read);
        }
    }

    private void add(String detail, ReadEntry read) {
        violations.add(RuleViolation.of(READERS_MOVE_FORWARD, detail, read));
    }

    /**
     * A write that a client knew to be recorded.
     *
     * @param completed when its response arrived
     * @param version the version that it made
     */
    private record Acknowledged(long completed, int version) {}
}
