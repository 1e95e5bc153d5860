package org.mandateatlas.registry.http;

import java.time.Instant;
import java.time.LocalDate;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.StoredDocument;

/** Bridges as they lie in the log. */
final class ShownBridges {

    static final String OLD_BRIDGE = "{\"id\":\"old-bridge\",\"version\":2,\"recordedAt\":\"2026-11-23T10:00:00Z\","
            + "\"name\":\"Stari Most\",\"nickname\":null,\"material\":\"stone\",\"spans\":1,\"length\":28.70,"
            + "\"towns\":[\"Mostar\"],\"tolls\":[{\"payer\":\"riders\",\"validity\":{\"from\":\"1566\",\"to\":\"1699\"},"
            + "\"citations\":[{\"source\":\"guide\",\"locator\":null,\"stance\":\"supports\",\"statedValue\":null}]}],"
            + "\"validity\":{\"from\":\"1566\",\"to\":\"1993-11-09\"},"
            + "\"citations\":[{\"source\":\"guide\",\"locator\":null,\"stance\":\"supports\",\"statedValue\":null}]}";

    private ShownBridges() {}

    static StoredDocument stored(String document) {
        var tree = DocumentJson.stored(document);
        return new StoredDocument(
                tree.get("id").textValue(),
                2,
                Instant.parse("2026-11-23T10:00:00Z"),
                document,
                LocalDate.of(1566, 1, 1),
                LocalDate.of(1993, 11, 9),
                LocalDate.of(1993, 11, 9),
                0);
    }
}
