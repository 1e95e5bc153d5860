package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.Composition;
import org.mandateatlas.gateway.compose.Deadline;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.SubRequest;
import org.mandateatlas.gateway.compose.Times;
import org.mandateatlas.gateway.document.Document;
import org.mandateatlas.gateway.document.Names;
import org.mandateatlas.gateway.timeline.Entry;
import org.mandateatlas.gateway.timeline.Happening;
import org.mandateatlas.gateway.timeline.Timeline;

/** One profile on its way: its parts, what these lead to, and the names of all that is referred to, within one deadline. */
final class ProfileReading {

    private static final String TIMELINE = "timeline";

    private static final Set<Happening> ENDS = EnumSet.of(
            Happening.ENDED,
            Happening.RELATION_ENDED,
            Happening.OFFICE_LEFT,
            Happening.MANDATE_TRANSFERRED,
            Happening.MANDATE_ENDED,
            Happening.FORCE_ENDED,
            Happening.SUPERVISION_ENDED,
            Happening.CAPACITY_ENDED,
            Happening.CLOSED,
            Happening.LEFT);

    private final Vertx vertx;
    private final Composition composition;
    private final NameReads nameReads;
    private final Profile kind;
    private final String id;
    private final Times times;
    private final Deadline deadline;
    private final List<SubRequest> parts = new ArrayList<>();
    private final List<SubRequest> dated = new ArrayList<>();
    private @Nullable KnownNames names;

    ProfileReading(Vertx vertx, Composition composition, NameReads nameReads, Profile kind, String id, Times times) {
        this.vertx = vertx;
        this.composition = composition;
        this.nameReads = nameReads;
        this.kind = kind;
        this.id = id;
        this.times = times;
        this.deadline = composition.deadline();
    }

    /** Reads everything. */
    Future<PartialResult> read() {
        parts.addAll(kind.parts(id, times));
        choose();
        return composition
                .compose(parts, deadline)
                .compose(first -> {
                    List<SubRequest> further = kind.further(first, times);
                    parts.addAll(further);
                    dated.addAll(further);
                    return composition.compose(further, deadline).map(first::and);
                })
                .compose(this::name);
    }

    /** A timeline goes back beyond what was valid on the day, so its parts are of all days. */
    private void choose() {
        for (SubRequest part : kind.parts(id, times.ofAllDays())) {
            if (kind.dated().contains(part.name())) {
                dated.add(times.validAt() == null ? part : part.optionallyAs(TIMELINE + '#' + part.name()));
            }
        }
        if (times.validAt() != null) {
            parts.addAll(dated);
        }
    }

    private Future<PartialResult> name(PartialResult composed) {
        return vertx.executeBlocking(() -> KnownNames.of(parts, composed), false)
                .compose(known -> learn(composed, Objects.requireNonNull(known)));
    }

    private Future<PartialResult> learn(PartialResult composed, KnownNames known) {
        names = known;
        return nameReads.learn(composed, known, times, deadline);
    }

    /** Writes the profile. */
    ObjectNode written(PartialResult composed) {
        KnownNames known = Objects.requireNonNull(names);
        ObjectNode profile = Json.object()
                .put("validAt", times.validAt() == null ? null : times.validAt().toString())
                .put("knownAt", times.knownAt() == null ? null : times.knownAt().toString())
                .put("position", composed.position().toString());
        kind.write(composed, known, profile);
        writeTimeline(composed, known, profile);
        profile.set("names", known.json());
        profile.set("missing", composed.missingJson());
        return profile;
    }

    private void writeTimeline(PartialResult composed, KnownNames known, ObjectNode profile) {
        var documents = new ArrayList<Document>();
        for (SubRequest part : dated) {
            documents(composed.part(part.name()))
                    .forEach(document -> documents.add(Document.of(part.collection(), document)));
        }
        Names called = (collection, one) -> Objects.requireNonNullElse(known.of(collection, one), one);
        var entries = profile.putArray(TIMELINE);
        Timeline.of(documents, called).stream().filter(this::isPast).forEach(entry -> entries.add(entry.json()));
    }

    /** On its last day something still holds, so its end lies behind that. */
    private boolean isPast(Entry entry) {
        LocalDate day = times.validAt();
        return day == null
                || (ENDS.contains(entry.event())
                        ? entry.date().lastDay().isBefore(day)
                        : entry.date().mayLieWithin(null, day));
    }

    private static Iterable<JsonNode> documents(JsonNode answer) {
        if (answer.has("items")) {
            return answer.get("items");
        }
        return answer.has("id") ? List.of(answer) : List.of();
    }
}
