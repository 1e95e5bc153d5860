package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.SubRequest;
import org.mandateatlas.gateway.compose.Times;

/** An institution: what it is charged to do and does, on what that rests, what it watches over and where it takes part. */
@Singleton
class InstitutionProfile implements Profile {

    private static final String RESTS_ON = "instruments.restsOn";
    private static final String SUPERVISES = "instruments.supervises";
    private static final String PARTICIPATIONS = "processes#participations";

    @Override
    public String collection() {
        return "institutions";
    }

    @Override
    public List<SubRequest> parts(String id, Times times) {
        return List.of(
                SubRequest.main("institution", times.at("/v1/institutions/" + id)),
                SubRequest.whole("mandates", times.at("/v1/mandates?institution=" + id)),
                SubRequest.whole("capacities", times.at("/v1/capacities?institution=" + id)),
                SubRequest.single("coverage", times.at("/v1/coverage?institution=" + id)),
                SubRequest.whole("processes", times.at("/v1/processes?participant=" + id)),
                SubRequest.whole(PARTICIPATIONS, times.at("/v1/participations?institution=" + id)),
                SubRequest.whole(SUPERVISES, times.at("/v1/instruments?supervisedBy=" + id)));
    }

    @Override
    public Set<String> dated() {
        return Set.of("institution", "mandates", "capacities", PARTICIPATIONS, SUPERVISES);
    }

    @Override
    public List<SubRequest> further(PartialResult first, Times times) {
        return Fields.ids(first.items("mandates"), "instrument").stream()
                .map(id -> SubRequest.single(RESTS_ON + '#' + id, times.at("/v1/instruments/" + id)))
                .toList();
    }

    @Override
    public void write(PartialResult composed, KnownNames names, ObjectNode profile) {
        profile.set("institution", Fields.document(composed, "institution"));
        profile.set("mandates", Fields.documents(composed, "mandates"));
        profile.set("capacities", Fields.documents(composed, "capacities"));
        profile.set(
                "coverage",
                composed.has("coverage")
                        ? Fields.only(composed.part("coverage"), "validAt", "functions", "setAside")
                        : NullNode.getInstance());
        profile.set(
                "processes",
                composed.has(PARTICIPATIONS)
                        ? ProcessLines.withRoles(composed.items(PARTICIPATIONS), composed.items("processes"), names)
                        : NullNode.getInstance());
        profile.putObject("instruments")
                .<ObjectNode>set(
                        "restsOn", composed.has("mandates") ? Fields.parts(composed, RESTS_ON) : NullNode.getInstance())
                .set("supervises", Fields.documents(composed, SUPERVISES));
    }
}
