package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mandateatlas.gateway.compose.Json;

/** Processes in few words, and who takes part in them as what. */
final class ProcessLines {

    private ProcessLines() {}

    /** Returns a process in few words. */
    static ObjectNode brief(JsonNode process) {
        return Fields.only(process, "id", "name", "abbreviation", "kind", "summary", "validity");
    }

    /** Returns each process that the participations are in, with the roles in it. */
    static ArrayNode withRoles(List<JsonNode> participations, List<JsonNode> processes, KnownNames names) {
        var known = new TreeMap<String, JsonNode>();
        processes.forEach(process -> known.put(process.path("id").asText(), process));
        ArrayNode lines = Json.array();
        grouped(participations, "process").forEach((id, roles) -> {
            JsonNode process = known.get(id);
            ObjectNode brief = brief(process == null ? names.reference("processes", id) : process);
            lines.addObject().<ObjectNode>set("process", brief).set("roles", roles(roles));
        });
        return lines;
    }

    /** Returns each institution or actor that takes part, with its roles; institutions come first. */
    static ArrayNode participants(List<JsonNode> participations, KnownNames names) {
        ArrayNode lines = Json.array();
        grouped(participations, "institution")
                .forEach((id, roles) -> lines.addObject()
                        .<ObjectNode>set("institution", names.reference("institutions", id))
                        .<ObjectNode>set("actor", NullNode.getInstance())
                        .set("roles", roles(roles)));
        grouped(participations, "actor")
                .values()
                .forEach(roles -> lines.addObject()
                        .putNull("institution")
                        .<ObjectNode>set("actor", roles.getFirst().get("actor"))
                        .set("roles", roles(roles)));
        return lines;
    }

    private static SortedMap<String, List<JsonNode>> grouped(List<JsonNode> participations, String field) {
        var groups = new TreeMap<String, List<JsonNode>>();
        for (JsonNode participation : participations) {
            JsonNode value = participation.path(field);
            if (!value.isNull() && !value.isMissingNode()) {
                String key = value.isTextual()
                        ? value.textValue()
                        : value.path("name").asText();
                groups.computeIfAbsent(key, none -> new ArrayList<>()).add(participation);
            }
        }
        return groups;
    }

    private static ArrayNode roles(List<JsonNode> participations) {
        ArrayNode roles = Json.array();
        for (JsonNode participation : participations) {
            ObjectNode role =
                    Json.object().put("participation", participation.path("id").asText());
            roles.add(role.setAll(Fields.only(participation, "role", "text", "validity", "citations")));
        }
        return roles;
    }
}
