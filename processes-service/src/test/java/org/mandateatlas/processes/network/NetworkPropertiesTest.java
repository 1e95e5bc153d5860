package org.mandateatlas.processes.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.processes.participation.ParticipationFixture.aParticipation;
import static org.mandateatlas.processes.process.GovernanceProcessFixture.aProcess;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.processes.network.NetworkComparison.DatedNetwork;
import org.mandateatlas.processes.participation.Participation;
import org.mandateatlas.registry.Document;
import org.mandateatlas.replication.replica.Version;

/** Properties of the network when sources end or go on: neither changes the past, and silence changes nothing. */
class NetworkPropertiesTest {

    private static final List<String> PROCESSES = List.of("talks", "forum", "review");

    /** A participation of an institution in a process, with years. */
    record Part(
            String process,
            String institution,
            String role,
            int from,
            @Nullable Integer to,
            @Nullable Integer attested) {

        Participation participation(int number) {
            var fixture = aParticipation()
                    .called("p-" + number)
                    .in(process)
                    .of(institution)
                    .as(role)
                    .from(Integer.toString(from));
            if (to != null) {
                fixture.until(Integer.toString(to));
            } else if (attested != null) {
                fixture.attestedUntil(Integer.toString(attested));
            }
            return fixture.participation();
        }

        Part attestedUntil(@Nullable Integer year) {
            return new Part(process, institution, role, from, to, year);
        }
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        var spans = Arbitraries.integers().between(0, 6);
        return Combinators.combine(
                        Arbitraries.of(PROCESSES),
                        Arbitraries.of("iom", "ilo", "unhcr"),
                        Arbitraries.of("member", "observer", "secretariat"),
                        Arbitraries.integers().between(1999, 2006),
                        spans.injectNull(0.6),
                        spans.injectNull(0.3))
                .as((process, institution, role, from, to, attested) -> new Part(
                        process,
                        institution,
                        role,
                        from,
                        to == null ? null : Integer.valueOf(from + to),
                        attested == null ? null : Integer.valueOf(from + attested)))
                .list()
                .ofMaxSize(8);
    }

    @Property
    void anAttestationNeverChangesTheNetworkUpToThePreviousOne(
            @ForAll("parts") List<Part> parts,
            @ForAll @IntRange(min = 1999, max = 2010) int year,
            @ForAll @IntRange(min = 1, max = 5) int years) {
        var day = LocalDate.of(year, 6, 15);
        var later = parts.stream()
                .map(part -> part.attested() != null && part.attested() >= year
                        ? part.attestedUntil(part.attested() + years)
                        : part)
                .toList();
        for (var statuses : List.of(List.<String>of(), List.of("current"), List.of("unconfirmed"))) {
            var filter = new NetworkDayFilter();
            filter.status = statuses;
            assertEquals(
                    NetworkBuilder.of(registry(parts), day, filter), NetworkBuilder.of(registry(later), day, filter));
        }
    }

    @Property
    void silenceIsNoDifference(
            @ForAll("parts") List<Part> parts,
            @ForAll @IntRange(min = 1999, max = 2010) int from,
            @ForAll @IntRange(max = 8) int years) {
        var lasting = parts.stream().map(part -> part.attestedUntil(null)).toList();
        var first = LocalDate.of(from, 6, 15);
        var second = first.plusYears(years);
        var comparison = comparison(registry(parts), first, second);
        var expected = comparison(registry(lasting), first, second);
        assertEquals(expected.edges(), comparison.edges());
        assertEquals(expected.nodes(), comparison.nodes());
    }

    private static NetworkComparison comparison(NetworkSnapshot registry, LocalDate first, LocalDate second) {
        return new NetworkComparison(dated(registry, first), dated(registry, second));
    }

    private static DatedNetwork dated(NetworkSnapshot registry, LocalDate day) {
        return new DatedNetwork(registry, day, NetworkBuilder.of(registry, day, new NetworkFilter()));
    }

    private static NetworkSnapshot registry(List<Part> parts) {
        var participations = new ArrayList<Version<Participation>>();
        for (var part : parts) {
            participations.add(version(part.participation(participations.size())));
        }
        return new NetworkSnapshot(
                Position.START,
                null,
                PROCESSES.stream()
                        .map(id -> version(aProcess().called(id).process()))
                        .toList(),
                participations,
                List.of());
    }

    private static <D extends Document> Version<D> version(D document) {
        return new Version<>(document.id(), 1, 1, "created", Instant.EPOCH, document);
    }
}
