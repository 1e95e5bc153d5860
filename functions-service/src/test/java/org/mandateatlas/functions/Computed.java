package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.mandateatlas.registry.DocumentJson;

/** Reads computed resources as a client. */
final class Computed {

    private Computed() {}

    /** Returns the answer as a tree. */
    static ObjectNode json(String path) {
        return DocumentJson.stored(
                given().get("/v1/" + path).then().statusCode(200).extract().asString());
    }

    /** Returns the answer as rows, each by the names of the columns. */
    static List<Map<String, String>> csv(String path) {
        var text = given().accept("text/csv")
                .get("/v1/" + path)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        try (var rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(text)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the items of a list. */
    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Returns the texts that a field of each item has. */
    static List<String> texts(JsonNode list, String field) {
        return each(list).map(item -> item.required(field).asText()).toList();
    }

    /** Returns the functions of coverage, whatever their standing. */
    static List<JsonNode> functions(JsonNode coverage) {
        return Stream.concat(each(coverage.required("functions")), each(coverage.required("setAside")))
                .toList();
    }

    /** Returns the cells of coverage, each by its function and institution. */
    static Map<String, JsonNode> cells(JsonNode coverage) {
        var cells = new TreeMap<String, JsonNode>();
        for (var function : functions(coverage)) {
            for (var cell : function.required("cells")) {
                cells.put(
                        key(
                                function.required("id").asText(),
                                cell.required("institution").asText()),
                        cell);
            }
        }
        return cells;
    }

    /** Returns what a cell goes by. */
    static String key(String function, String institution) {
        return function + " " + institution;
    }

    /** Returns the citations of the mandates and capacities behind a cell. */
    static List<JsonNode> citations(JsonNode cell) {
        var citations = new ArrayList<JsonNode>();
        cell.required("mandates")
                .forEach(mandate -> mandate.required("citations").forEach(citations::add));
        cell.required("capacities")
                .forEach(capacity -> capacity.required("citations").forEach(citations::add));
        return citations;
    }
}
