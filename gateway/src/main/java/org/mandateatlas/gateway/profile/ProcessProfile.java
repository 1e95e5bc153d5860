package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.SubRequest;
import org.mandateatlas.gateway.compose.Times;

/** A process: who takes part in it as what, when it met, what came out of it, and whence it comes. */
@Singleton
class ProcessProfile implements Profile {

    private static final String PARTICIPATIONS = "participants";
    private static final String INSTRUMENTS = "instruments";

    @Override
    public String collection() {
        return "processes";
    }

    @Override
    public List<SubRequest> parts(String id, Times times) {
        return List.of(
                SubRequest.main("process", times.at("/v1/processes/" + id)),
                SubRequest.whole(PARTICIPATIONS, times.at("/v1/participations?process=" + id)),
                SubRequest.whole("meetings", times.at("/v1/meetings?process=" + id)),
                SubRequest.whole("outputs", times.at("/v1/outputs?process=" + id)),
                SubRequest.single("lineage", times.at("/v1/processes/" + id + "/lineage")));
    }

    @Override
    public Set<String> dated() {
        return Set.of("process", PARTICIPATIONS, "meetings", "outputs");
    }

    @Override
    public List<SubRequest> further(PartialResult first, Times times) {
        return Fields.ids(first.items("outputs"), "instrument").stream()
                .map(id -> SubRequest.single(INSTRUMENTS + '#' + id, times.at("/v1/instruments/" + id)))
                .toList();
    }

    @Override
    public void write(PartialResult composed, KnownNames names, ObjectNode profile) {
        profile.set("process", Fields.document(composed, "process"));
        profile.set("functions", functions(composed.part("process"), names));
        profile.set(
                "participants",
                composed.has(PARTICIPATIONS)
                        ? ProcessLines.participants(composed.items(PARTICIPATIONS), names)
                        : NullNode.getInstance());
        profile.set("meetings", Fields.documents(composed, "meetings"));
        profile.set("outputs", Fields.documents(composed, "outputs"));
        profile.set(
                "instruments", composed.has("outputs") ? Fields.parts(composed, INSTRUMENTS) : NullNode.getInstance());
        profile.set(
                "lineage",
                composed.has("lineage")
                        ? Fields.only(composed.part("lineage"), "processes", "links")
                        : NullNode.getInstance());
    }

    private static ArrayNode functions(JsonNode process, KnownNames names) {
        ArrayNode functions = Json.array();
        process.path("functions").forEach(id -> functions.add(names.reference("functions", id.asText())));
        return functions;
    }
}
