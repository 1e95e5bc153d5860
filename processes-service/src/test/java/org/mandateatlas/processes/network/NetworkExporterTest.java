package org.mandateatlas.processes.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.nio.dot.DOTImporter;
import org.jgrapht.nio.graphml.SimpleGraphMLImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.processes.participation.ParticipationRole;
import org.mandateatlas.registry.http.Representation;

/** Graph tools read the exported network and its names. */
class NetworkExporterTest {

    private static final String IOM = "institution:iom";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "International Organization for Migration",
                "ends in a backslash \\",
                "ends in two \\\\",
                "\\N and \\G",
                "a \"quoted\" name",
                "a backslash before a quote \\\"",
                "\"",
                "<b>&amp;</b>",
                "two\nlines",
                "{a|b}",
                "Łódź 移民 👩‍🚀"
            })
    void dotReadersFindEveryNameInTheLabel(String name) throws IOException {
        var labels = new HashMap<String, String>();
        var importer = new DOTImporter<String, DefaultEdge>();
        importer.setVertexFactory(key -> key);
        importer.addVertexAttributeConsumer((vertex, value) -> {
            assertFalse(vertex.getSecond().equals("name"), "pydot takes the attribute name for the id of the node");
            if (vertex.getSecond().equals("label")) {
                labels.put(vertex.getFirst(), value.getValue());
            }
        });
        var graph = new SimpleGraph<String, DefaultEdge>(DefaultEdge.class);
        importer.importGraph(graph, new StringReader(write(NetworkExporter.dot(), name)));

        assertEquals(name, shown(Objects.requireNonNull(labels.get(IOM))));
        assertEquals(1, graph.edgeSet().size());
    }

    /** Returns the text that Graphviz shows for a label. */
    private static String shown(String label) {
        return label.replace("&#92;", "\\").replace("&amp;", "&").replace("\\\\", "\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IOM", "\\ \" ' < > & ]]>", "two\nlines", "Łódź 移民 👩‍🚀"})
    void graphmlReadersFindEveryName(String name) throws IOException {
        var names = new HashMap<String, String>();
        var importer = new SimpleGraphMLImporter<String, DefaultEdge>();
        importer.setVertexFactory(key -> key);
        importer.addVertexAttributeConsumer((vertex, value) -> {
            if (vertex.getSecond().equals("name")) {
                names.put(vertex.getFirst(), value.getValue());
            }
        });
        var graph = new SimpleGraph<String, DefaultEdge>(DefaultEdge.class);
        importer.importGraph(graph, new StringReader(write(NetworkExporter.graphml(), name)));

        assertEquals(name, names.get(IOM));
        assertEquals(1, graph.edgeSet().size());
    }

    @Test
    void aBackslashIsDoubledBecauseGraphvizReplacesSequences() throws IOException {
        assertEquals(
                "  \"institution:iom\" [ type=\"institution\" status=\"current\" degree=\"1\" strength=\"1\" component=\"1\""
                        + " betweenness=\"0.0\" label=\"\\\\N\" ];",
                write(NetworkExporter.dot(), "\\N")
                        .lines()
                        .filter(line -> line.contains(IOM))
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void nodesAndEdgesHaveTheirStatus() throws IOException {
        var statuses = new TreeMap<String, String>();
        var importer = new SimpleGraphMLImporter<String, DefaultEdge>();
        importer.setVertexFactory(key -> key);
        importer.addVertexAttributeConsumer((vertex, value) -> {
            if (vertex.getSecond().equals("status")) {
                statuses.put(vertex.getFirst(), value.getValue());
            }
        });
        importer.addEdgeAttributeConsumer((edge, value) -> {
            if (edge.getSecond().equals("status")) {
                statuses.put("edge", value.getValue());
            }
        });
        importer.importGraph(
                new SimpleGraph<>(DefaultEdge.class), new StringReader(write(NetworkExporter.graphml(), "IOM")));

        assertEquals(Map.of("edge", "unconfirmed", IOM, "current", "process:berne-initiative", "current"), statuses);
        assertTrue(write(NetworkExporter.dot(), "IOM").contains("roles=\"member\" status=\"unconfirmed\""));
    }

    private static String write(Representation<Network> format, String name) throws IOException {
        var network = new Network(
                LocalDate.of(2004, 12, 31),
                null,
                "participation:1",
                List.of(node(NodeType.INSTITUTION, "iom", name), node(NodeType.PROCESS, "berne-initiative", "Berne")),
                List.of(new NetworkEdge(
                        "iom",
                        "berne-initiative",
                        1,
                        List.of(ParticipationRole.MEMBER),
                        Status.UNCONFIRMED,
                        PartialDate.of("2003"),
                        List.of("iom-berne"))),
                List.of());
        var out = new ByteArrayOutputStream();
        format.writer().write(network, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static NetworkNode node(NodeType type, String id, String name) {
        return new NetworkNode(type.key(id), type, id, name, null, Status.CURRENT, null, 1, 1, BigDecimal.ZERO, 1);
    }
}
