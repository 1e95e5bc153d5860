package org.mandateatlas.processes.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mandateatlas.processes.participation.ParticipationFixture.aParticipation;
import static org.mandateatlas.processes.process.GovernanceProcessFixture.aProcess;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.processes.participation.Participation;
import org.mandateatlas.processes.process.GovernanceProcess;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.http.Representation;
import org.mandateatlas.replication.replica.Version;

/** The network of a day is drawn from who takes part in what. */
class NetworkBuilderTest {

    private static final LocalDate DAY = LocalDate.parse("2004-12-31");

    private final List<Version<GovernanceProcess>> processes = new ArrayList<>();
    private final List<Version<Participation>> participations = new ArrayList<>();

    @Test
    void whoIsBetweenAllOthersHasABetweennessOfOne() {
        process("hub");
        for (var institution : List.of("a", "b", "c", "d")) {
            participation("hub", institution, "member");
        }
        var hub = network().nodes().getFirst();
        assertEquals("process:hub", hub.key());
        assertEquals("1.0000", hub.betweenness().toPlainString());
        assertEquals(4, hub.degree());
    }

    @Test
    void whoJoinsTwoProcessesIsBetweenThem() {
        process("left");
        process("right");
        participation("left", "joiner", "member");
        participation("right", "joiner", "member");
        participation("left", "other", "member");
        participation("right", "another", "member");
        var joiner = node(network(), "institution:joiner");
        assertEquals("0.6667", joiner.betweenness().toPlainString()); // 4 of the 6 pairs of others
        assertEquals(2, joiner.degree());
    }

    @Test
    void anEdgeWeighsAsManyAsTheRoles() {
        process("talks");
        participation("talks", "iom", "member");
        participation("talks", "iom", "secretariat");
        var edge = network().edges().getFirst();
        assertEquals(2, edge.weight());
        assertEquals(2, edge.participations().size());
        assertEquals(2, node(network(), "institution:iom").strength());
        assertEquals(1, node(network(), "institution:iom").degree());
    }

    @Test
    void oneIdMayBeThatOfAnInstitutionAndOfAProcess() {
        process("gcim");
        participation("gcim", "gcim", "secretariat");
        assertEquals(
                List.of("institution:gcim", "process:gcim"),
                network().nodes().stream().map(NetworkNode::key).sorted().toList());
    }

    @Test
    void theLargestComponentIsTheFirst() {
        process("alone");
        process("talks");
        participation("talks", "iom", "member");
        participation("talks", "ilo", "member");
        assertEquals(
                List.of(new NetworkComponent(1, 2, 1), new NetworkComponent(2, 0, 1)),
                network().components());
        assertEquals(2, node(network(), "process:alone").component());
    }

    @Test
    void onlyRolesAndKindsThatAreAskedForCount() {
        process("talks");
        participation("talks", "iom", "member");
        participation("talks", "ilo", "observer");
        var filter = new NetworkFilter();
        filter.role = List.of("observer");
        assertEquals(1, NetworkBuilder.of(registry(), DAY, filter).edges().size());
        filter.kind = List.of("commission");
        assertEquals(List.of(), NetworkBuilder.of(registry(), DAY, filter).nodes());
    }

    @Test
    void whatHasEndedIsLeftOut() {
        process("talks");
        participations.add(version(
                aParticipation().called("p-ended").in("talks").until("2003").participation()));
        assertEquals(List.of(), network().edges());
    }

    @Test
    void whatIsNoLongerAttestedIsUnconfirmed() {
        processes.add(version(aProcess().called("talks").attestedUntil("2002").process()));
        participations.add(version(aParticipation()
                .called("p-silent")
                .in("talks")
                .of("iom")
                .attestedUntil("2003")
                .participation()));
        var network = network();
        var edge = network.edges().getFirst();
        assertEquals(Status.UNCONFIRMED, edge.status());
        assertEquals(PartialDate.of("2003"), edge.lastAttested());
        var process = node(network, "process:talks");
        assertEquals(Status.UNCONFIRMED, process.status());
        assertEquals(PartialDate.of("2002"), process.lastAttested());
        assertEquals(Status.CURRENT, node(network, "institution:iom").status());
    }

    @Test
    void anEdgeIsCurrentIfOneParticipationIs() {
        process("talks");
        participation("talks", "iom", "member");
        participations.add(version(aParticipation()
                .called("p-silent")
                .in("talks")
                .of("iom")
                .as("secretariat")
                .attestedUntil("2003")
                .participation()));
        var edge = network().edges().getFirst();
        assertEquals(Status.CURRENT, edge.status());
        assertNull(edge.lastAttested());
        assertEquals(2, edge.weight());
    }

    @Test
    void theStatusNarrowsProcessesAndParticipations() {
        process("talks");
        processes.add(version(aProcess().called("silent").attestedUntil("2002").process()));
        participation("talks", "iom", "member");
        participation("silent", "ilo", "member");
        participations.add(version(aParticipation()
                .called("p-silent")
                .in("talks")
                .of("unhcr")
                .attestedUntil("2003")
                .participation()));
        var filter = new NetworkDayFilter();
        assertEquals(3, NetworkBuilder.of(registry(), DAY, filter).edges().size());
        filter.status = List.of("current");
        assertEquals(
                List.of("institution:iom", "process:talks"),
                NetworkBuilder.of(registry(), DAY, filter).nodes().stream()
                        .map(NetworkNode::key)
                        .sorted()
                        .toList());
    }

    @Test
    void aProposedProcessAndItsParticipationsAreLeftOut() {
        processes.add(version(aProcess().called("conference").stage("proposed").process()));
        participation("conference", "iom", "initiator");
        assertEquals(List.of(), network().nodes());
        assertEquals(List.of(), network().edges());
    }

    @Test
    void anEmptyNetworkIsOne() {
        assertEquals(List.of(), network().nodes());
        assertEquals(List.of(), network().components());
    }

    @Test
    void theDrawingsNameNodesAndEdges() throws IOException {
        process("talks");
        participation("talks", "iom", "member");
        var graphml = drawn(NetworkExporter.graphml());
        var dot = drawn(NetworkExporter.dot());
        assertEquals(2, graphml.split("<node ").length - 1);
        assertEquals(1, graphml.split("<edge ").length - 1);
        assertTrue(dot.contains("\"institution:iom\" -- \"process:talks\""), dot);
    }

    private String drawn(Representation<Network> form) throws IOException {
        var out = new ByteArrayOutputStream();
        form.writer().write(network(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Network network() {
        return NetworkBuilder.of(registry(), DAY, new NetworkFilter());
    }

    private NetworkSnapshot registry() {
        return new NetworkSnapshot(Position.START, null, processes, participations, List.of());
    }

    private static NetworkNode node(Network network, String key) {
        return network.nodes().stream()
                .filter(node -> node.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void process(String id) {
        processes.add(version(aProcess().called(id).process()));
    }

    private void participation(String process, String institution, String role) {
        participations.add(version(aParticipation()
                .called(process + "-" + institution + "-" + role)
                .in(process)
                .of(institution)
                .as(role)
                .participation()));
    }

    private static <D extends Document> Version<D> version(D document) {
        return new Version<>(document.id(), 1, 1, "created", Instant.EPOCH, document);
    }
}
