package org.mandateatlas.processes.network;

import jakarta.ws.rs.core.MediaType;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.BaseExporter;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.GraphExporter;
import org.jgrapht.nio.dot.DOTExporter;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.jgrapht.nio.graphml.GraphMLExporter.AttributeCategory;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.http.Representation;

/** Exports the network in formats of graph tools. */
final class NetworkExporter {

    static final String GRAPHML = "application/graphml+xml";
    static final String DOT = "text/vnd.graphviz";

    private NetworkExporter() {}

    /** GraphML, for Gephi, NetworkX and yEd. */
    static Representation<Network> graphml() {
        return new Representation<>(
                new MediaType("application", "graphml+xml", "UTF-8"), NetworkExporter::writeGraphml);
    }

    /** DOT, for Graphviz. */
    static Representation<Network> dot() {
        return new Representation<>(new MediaType("text", "vnd.graphviz", "UTF-8"), NetworkExporter::writeDot);
    }

    private static void writeGraphml(Network network, OutputStream out) {
        var exporter = new GraphMLExporter<String, DefaultWeightedEdge>(Function.identity());
        exporter.setExportEdgeWeights(true);
        for (var name : new String[] {"type", "name", "kind"}) {
            exporter.registerAttribute(name, AttributeCategory.NODE, AttributeType.STRING);
        }
        for (var name : new String[] {"degree", "strength", "component"}) {
            exporter.registerAttribute(name, AttributeCategory.NODE, AttributeType.INT);
        }
        exporter.registerAttribute("betweenness", AttributeCategory.NODE, AttributeType.DOUBLE);
        exporter.registerAttribute("roles", AttributeCategory.EDGE, AttributeType.STRING);
        exporter.registerAttribute("status", AttributeCategory.ALL, AttributeType.STRING);
        write(network, exporter, NetworkExporter::attributes, out);
    }

    private static void writeDot(Network network, OutputStream out) {
        write(network, new DOTExporter<>(key -> '"' + key + '"'), NetworkExporter::dotAttributes, out);
    }

    private static <X extends BaseExporter<String, DefaultWeightedEdge> & GraphExporter<String, DefaultWeightedEdge>>
            void write(
                    Network network,
                    X exporter,
                    Function<NetworkNode, Map<String, Attribute>> attributes,
                    OutputStream out) {
        var graph = new SimpleWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        var nodes = network.nodes().stream().collect(Collectors.toMap(NetworkNode::key, Function.identity()));
        var edges = new HashMap<DefaultWeightedEdge, NetworkEdge>();
        network.nodes().forEach(node -> graph.addVertex(node.key()));
        network.edges().forEach(edge -> edges.put(add(graph, edge), edge));
        exporter.setVertexAttributeProvider(key -> attributes.apply(Objects.requireNonNull(nodes.get(key))));
        exporter.setEdgeAttributeProvider(key -> attributes(Objects.requireNonNull(edges.get(key))));
        exporter.exportGraph(graph, new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    private static DefaultWeightedEdge add(Graph<String, DefaultWeightedEdge> graph, NetworkEdge edge) {
        var added = graph.addEdge(NodeType.INSTITUTION.key(edge.institution()), NodeType.PROCESS.key(edge.process()));
        graph.setEdgeWeight(added, edge.weight());
        return added;
    }

    private static Map<String, Attribute> attributes(NetworkNode node) {
        var attributes = new LinkedHashMap<String, Attribute>();
        attributes.put("type", DefaultAttribute.createAttribute(EnumValues.of(node.type())));
        attributes.put("name", DefaultAttribute.createAttribute(node.name()));
        if (node.kind() != null) {
            attributes.put("kind", DefaultAttribute.createAttribute(EnumValues.of(node.kind())));
        }
        attributes.put("status", DefaultAttribute.createAttribute(EnumValues.of(node.status())));
        attributes.put("degree", DefaultAttribute.createAttribute(node.degree()));
        attributes.put("strength", DefaultAttribute.createAttribute(node.strength()));
        attributes.put("component", DefaultAttribute.createAttribute(node.component()));
        attributes.put(
                "betweenness",
                DefaultAttribute.createAttribute(node.betweenness().doubleValue()));
        return attributes;
    }

    /** The name is the label, because pydot takes an attribute called name for the id of the node. */
    private static Map<String, Attribute> dotAttributes(NetworkNode node) {
        var attributes = attributes(node);
        attributes.remove("name");
        attributes.put("label", DefaultAttribute.createAttribute(DotLabel.of(node.name())));
        return attributes;
    }

    private static Map<String, Attribute> attributes(NetworkEdge edge) {
        var roles = edge.roles().stream().map(EnumValues::of).collect(Collectors.joining(" "));
        var attributes = new LinkedHashMap<String, Attribute>();
        attributes.put("weight", DefaultAttribute.createAttribute(edge.weight()));
        attributes.put("roles", DefaultAttribute.createAttribute(roles));
        attributes.put("status", DefaultAttribute.createAttribute(EnumValues.of(edge.status())));
        return attributes;
    }
}
