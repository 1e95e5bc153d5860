package org.mandateatlas.functions;

import static org.mandateatlas.functions.capacity.CapacityFixture.aCapacity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.registry.DocumentJson;

/** Paths of coverage responses, and documents that change them. */
final class CoverageFixture {

    static final String COVERAGE = "coverage?validAt=2004-12-31";
    static final String GAPS = "coverage/gaps?validAt=2004-12-31";
    static final String OVERLAPS = "coverage/overlaps?validAt=2004-12-31";
    static final String REVIEWS = "coverage/reviews?validAt=2004-12-31";
    static final String DIFF = "coverage/diff?from=2004-12-31&to=2026-01-01";

    private CoverageFixture() {}

    static JsonNode items(String path) {
        return Computed.json(path).required("items");
    }

    static String capacity(String id) {
        return aCapacity().called(id).of("unitar").in("anti-trafficking").json();
    }

    static ObjectNode mandate(String id) {
        return DocumentJson.stored("""
                {"id": "%s", "institution": "unitar", "title": "Train", "functions": ["anti-trafficking"],
                 "validity": {"from": "2001"}, "citations": [{"source": "newland-2004", "locator": "line 1"}]}""".formatted(id));
    }
}
