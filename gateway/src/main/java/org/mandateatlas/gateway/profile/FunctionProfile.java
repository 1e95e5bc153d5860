package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.SubRequest;
import org.mandateatlas.gateway.compose.Times;

/** A function: who is charged with it, who performs it, what is missing, which processes serve it and which reforms would change it. */
@Singleton
class FunctionProfile implements Profile {

    private static final String GAPS = "coverage#gaps";
    private static final String OPTIONS = "policyOptions";

    @Override
    public String collection() {
        return "functions";
    }

    @Override
    public List<SubRequest> parts(String id, Times times) {
        return List.of(
                SubRequest.main("function", times.at("/v1/functions/" + id)),
                SubRequest.single("coverage", times.at("/v1/coverage?function=" + id)),
                SubRequest.single(GAPS, times.at("/v1/coverage/gaps?function=" + id)),
                SubRequest.whole("mandates", times.at("/v1/mandates?function=" + id)),
                SubRequest.whole("capacities", times.at("/v1/capacities?function=" + id)),
                SubRequest.whole(OPTIONS, times.at("/v1/policy-options?function=" + id)),
                SubRequest.whole("processes", times.at("/v1/processes?function=" + id)));
    }

    @Override
    public Set<String> dated() {
        return Set.of("function", "mandates", "capacities", OPTIONS, "processes");
    }

    @Override
    public List<SubRequest> further(PartialResult first, Times times) {
        return List.of();
    }

    @Override
    public void write(PartialResult composed, KnownNames names, ObjectNode profile) {
        JsonNode function = composed.part("function");
        profile.set("function", Fields.document(composed, "function"));
        profile.set("coverage", composed.has("coverage") ? coverage(composed) : NullNode.getInstance());
        profile.set("mandates", Fields.documents(composed, "mandates"));
        profile.set("capacities", Fields.documents(composed, "capacities"));
        profile.set(
                "policyOptions",
                composed.has(OPTIONS)
                        ? Fields.list(composed.items(OPTIONS).stream()
                                .map(option ->
                                        option(option, function.path("id").asText()))
                                .toList())
                        : NullNode.getInstance());
        profile.set(
                "processes",
                composed.has("processes")
                        ? Fields.list(composed.items("processes").stream()
                                .map(ProcessLines::brief)
                                .toList())
                        : NullNode.getInstance());
    }

    private static ObjectNode coverage(PartialResult composed) {
        JsonNode coverage = composed.part("coverage");
        JsonNode row = coverage.path(coverage.path("functions").isEmpty() ? "setAside" : "functions")
                .path(0);
        ObjectNode json = Fields.only(coverage, "validAt");
        json.setAll(Fields.only(row, "classification", "leads", "mandated", "performed", "cells"));
        return json.set("gaps", Fields.documents(composed, GAPS));
    }

    /** An option with those of its steps that name the function. */
    private static ObjectNode option(JsonNode option, String function) {
        ObjectNode brief = Fields.only(option, "id", "name", "summary", "model", "baseline");
        List<JsonNode> steps = option.path("operations")
                .valueStream()
                .filter(step -> names(step, function))
                .toList();
        return brief.set("operations", Fields.list(steps));
    }

    private static boolean names(JsonNode step, String function) {
        return function.equals(step.path("function").textValue())
                || step.path("functions").valueStream().anyMatch(named -> function.equals(named.textValue()));
    }
}
