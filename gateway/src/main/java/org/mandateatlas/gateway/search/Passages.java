package org.mandateatlas.gateway.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mandateatlas.gateway.document.Document;

/** The texts that documents are found by, as their owners have them; {@code *} stands for each of a list. */
final class Passages {

    private static final String REMARKS = "/remarks/*/text";

    private static final Map<String, Places> PLACES = new LinkedHashMap<>();

    static {
        put(
                "institutions",
                List.of("/name", "/abbreviation", "/names/*/value"),
                "/summary",
                "/officeHolders/*/name",
                "/officeHolders/*/title",
                REMARKS);
        put(
                "processes",
                List.of("/name", "/abbreviation"),
                "/summary",
                "/normativity/text",
                "/frequency/*/text",
                "/strengths/*/text",
                "/weaknesses/*/text",
                "/predecessors/*/takenOver",
                REMARKS);
        put("functions", List.of("/name"), "/description", "/reason");
        put("instruments", List.of("/title", "/shortTitle", "/symbol"), "/summary", REMARKS);
        put("mandates", List.of("/title"), "/text", "/limits/*/text");
        put("outputs", List.of("/title"), "/summary", REMARKS);
        put("meetings", List.of("/name"), "/place", "/theme", "/summary");
        put(
                "policy-options",
                List.of("/name"),
                "/summary",
                "/advantages/*/text",
                "/obstacles/*/text",
                "/assessments/*/reason",
                "/outcomes/*/text",
                "/operations/*/name",
                "/operations/*/title",
                "/operations/*/note");
        put("objectives", List.of("/name"), "/text");
        put(
                "governance-models",
                List.of("/name"),
                "/description",
                "/features/*/text",
                "/arguments/*/text",
                "/obstacles/*/text",
                "/examples/*/text");
        put("capacities", List.of("/mechanism"), "/text");
        put("participations", List.of("/actor/name"), "/text");
        put("sources", List.of("/title", "/symbol"), "/publisher");
    }

    private Passages() {}

    private static void put(String collection, List<String> names, String... texts) {
        PLACES.put(collection, new Places(names, List.of(texts), PLACES.size()));
    }

    /** Returns the names of a document, the present ones first. */
    static List<Passage> names(Document document) {
        var passages = new ArrayList<Passage>();
        for (String place : places(document.collection()).names) {
            find(document.fact().json(), place.split("/", -1), 1, "", true, passages);
        }
        var distinct = new LinkedHashMap<String, Passage>();
        passages.forEach(passage -> distinct.putIfAbsent(passage.text(), passage));
        return List.copyOf(distinct.values());
    }

    /** Returns the other texts of a document. */
    static List<Passage> texts(Document document) {
        var passages = new ArrayList<Passage>();
        for (String place : places(document.collection()).texts) {
            find(document.fact().json(), place.split("/", -1), 1, "", false, passages);
        }
        return passages;
    }

    /** Returns how early a collection comes where nothing else decides. */
    static int rank(String collection) {
        return places(collection).rank;
    }

    private static Places places(String collection) {
        return PLACES.getOrDefault(collection, new Places(List.of("/name", "/title"), List.of(), PLACES.size()));
    }

    private static void find(
            JsonNode node, String[] place, int step, String pointer, boolean isName, List<Passage> found) {
        if (step == place.length) {
            if (node.isTextual()) {
                found.add(new Passage(pointer, node.textValue(), isName));
            }
        } else if (place[step].equals("*")) {
            for (int i = 0; i < node.size(); i++) {
                find(node.path(i), place, step + 1, pointer + '/' + i, isName, found);
            }
        } else {
            find(node.path(place[step]), place, step + 1, pointer + '/' + place[step], isName, found);
        }
    }

    private record Places(List<String> names, List<String> texts, int rank) {}
}
