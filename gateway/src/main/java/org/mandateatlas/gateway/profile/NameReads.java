package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.mandateatlas.gateway.compose.Composition;
import org.mandateatlas.gateway.compose.Deadline;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.SubRequest;
import org.mandateatlas.gateway.compose.Times;

/** Finds the names of what a profile refers to: as they were on the day, or as they ever were for what was not there on the day. */
@Singleton
class NameReads {

    /** From so many names of one collection on, it takes fewer reads to read all of them. */
    private static final int MANY = 40;

    private final Composition composition;

    NameReads(Composition composition) {
        this.composition = composition;
    }

    /** Learns the names that are not known yet; returns all that was read. */
    Future<PartialResult> learn(PartialResult composed, KnownNames names, Times times, Deadline deadline) {
        return read(names, times, deadline)
                .compose(read -> times.validAt() == null || names.unnamed().isEmpty()
                        ? Future.succeededFuture(read)
                        : read(names, times.ofAllDays(), deadline).map(read::and))
                .map(composed::and);
    }

    private Future<PartialResult> read(KnownNames names, Times times, Deadline deadline) {
        var parts = new ArrayList<SubRequest>();
        for (Map.Entry<String, SortedSet<String>> unnamed : names.unnamed().entrySet()) {
            parts.addAll(parts(unnamed.getKey(), unnamed.getValue(), times));
        }
        return composition.compose(parts, deadline).map(read -> {
            read.parts().forEach((part, answer) -> learn(names, part, answer));
            return read;
        });
    }

    private static Collection<SubRequest> parts(String collection, Collection<String> ids, Times times) {
        String fields = "fields=" + KnownNames.fields(collection);
        String name = "names#" + collection + '/';
        if (ids.size() >= MANY) {
            return List.of(SubRequest.whole(name, times.at("/v1/" + collection + '?' + fields)));
        }
        return ids.stream()
                .map(id -> SubRequest.single(name + id, times.at("/v1/" + collection + '/' + id + '?' + fields)))
                .toList();
    }

    private static void learn(KnownNames names, String part, JsonNode answer) {
        String collection = part.substring(part.indexOf('#') + 1, part.indexOf('/'));
        if (answer.has("items")) {
            answer.get("items").forEach(document -> names.learn(collection, document));
        } else {
            names.learn(collection, answer);
        }
    }
}
