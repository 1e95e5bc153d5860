package org.mandateatlas.linkeddata;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import org.mandateatlas.edge.PublicAddress;

/**
 * The description of the dataset, its distributions and its API (DCAT 3), as JSON-LD.
 *
 * @param address the public address
 * @param collections the names of the collections
 */
record DatasetDescription(PublicAddress address, Collection<String> collections) {

    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String LICENSE = "https://www.apache.org/licenses/LICENSE-2.0";
    private static final String DATASET = "/dataset";
    private static final String NDJSON = "application/x-ndjson";

    JsonObject json() {
        return new JsonObject()
                .put("@context", context())
                .put("@graph", new JsonArray().add(dataset()).add(api()));
    }

    private static JsonObject context() {
        return new JsonObject()
                .put("dcat", "http://www.w3.org/ns/dcat#")
                .put("dcterms", "http://purl.org/dc/terms/")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    private JsonObject dataset() {
        var distributions = new JsonArray()
                .add(distribution("snapshot", "All documents, one per line", "/v1/snapshot", NDJSON))
                .add(distribution("changes", "The feed of all changes", "/v1/changes", "application/json"));
        for (var collection : collections) {
            var title = "All documents in " + collection.replace('-', ' ');
            var path = "/v1/" + collection;
            distributions.add(distribution(collection + "-csv", title, path + ".csv", "text/csv"));
            distributions.add(distribution(collection + "-ndjson", title, path + ".ndjson", NDJSON));
        }
        return node(DATASET, "dcat:Dataset")
                .put("dcterms:title", "Mandate Atlas")
                .put(
                        "dcterms:description",
                        "A cited, bitemporal registry of who is mandated to do what in the international governance of"
                                + " migration.")
                .put("dcterms:license", iri(LICENSE))
                .put("dcterms:conformsTo", iri(address.link("/vocabulary")))
                .put("dcat:landingPage", iri(address.link("/")))
                .put(
                        "dcat:keyword",
                        new JsonArray().add("migration").add("governance").add("mandates"))
                .put("dcat:distribution", distributions);
    }

    private JsonObject distribution(String name, String title, String path, String mediaType) {
        return node(DATASET + "#" + name, "dcat:Distribution")
                .put("dcterms:title", title)
                .put("dcterms:license", iri(LICENSE))
                .put("dcat:accessURL", iri(address.link(path)))
                .put("dcat:downloadURL", iri(address.link(path)))
                .put("dcat:accessService", iri(address.link(DATASET + "#api")))
                .put("dcat:mediaType", iri(MEDIA_TYPES + mediaType));
    }

    private JsonObject api() {
        return node(DATASET + "#api", "dcat:DataService")
                .put("dcterms:title", "API of Mandate Atlas")
                .put("dcterms:conformsTo", iri("https://spec.openapis.org/oas/v3.1.0"))
                .put("dcat:endpointURL", iri(address.link("/v1")))
                .put("dcat:endpointDescription", iri(address.link("/openapi")))
                .put("dcat:servesDataset", iri(address.link(DATASET)));
    }

    private JsonObject node(String path, String type) {
        return new JsonObject().put("@id", address.link(path)).put("@type", type);
    }

    private static JsonObject iri(String iri) {
        return new JsonObject().put("@id", iri);
    }
}
