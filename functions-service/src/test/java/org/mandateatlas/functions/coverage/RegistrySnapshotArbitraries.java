package org.mandateatlas.functions.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.capacity.CapacityLevel;
import org.mandateatlas.functions.capacity.Population;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.function.Standing;
import org.mandateatlas.functions.snapshot.InstitutionSnapshot;
import org.mandateatlas.functions.snapshot.MandateSnapshot;
import org.mandateatlas.functions.snapshot.RegistrySnapshot;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.replication.replica.Version;

/** Small worlds: four functions, four institutions, and some mandates and capacities of theirs around the year 2004. */
public class RegistrySnapshotArbitraries extends DomainContextBase {

    /** The functions. */
    public static final List<String> FUNCTIONS = List.of("data", "research", "services", "training");

    /** The institutions. */
    public static final List<String> INSTITUTIONS = List.of("ilo", "iom", "unhcr", "wto");

    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Citation> CITED =
            List.of(new Citation("newland-2004", "line 1", Citation.Stance.SUPPORTS, null));

    /** Days around which something begins or ends. */
    @Provide
    public Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(2001, 2008).map(year -> LocalDate.of(year, 6, 15));
    }

    /** Worlds on a day. */
    @Provide
    public Arbitrary<BitemporalSnapshot> snapshots() {
        return Combinators.combine(registrySnapshots(), days()).as(BitemporalSnapshot::new);
    }

    /** The known documents. */
    @Provide
    public Arbitrary<RegistrySnapshot> registrySnapshots() {
        return Combinators.combine(
                        institutions(),
                        mandates().list().ofMaxSize(7),
                        capacities().list().ofMaxSize(9))
                .as(RegistrySnapshotArbitraries::known);
    }

    static RegistrySnapshot known(
            List<InstitutionSnapshot> institutions, List<MandateSnapshot> mandates, List<Capacity> capacities) {
        return new RegistrySnapshot(
                Position.START,
                null,
                versions(
                        FUNCTIONS,
                        (id, number) -> id,
                        (id, number) -> function(id, FUNCTIONS.indexOf(id), Validity.ALWAYS)),
                versions(institutions, (institution, number) -> institution.id(), (institution, number) -> institution),
                versions(mandates, (mandate, number) -> "mandate-" + number, RegistrySnapshotArbitraries::numbered),
                versions(capacities, (capacity, number) -> "capacity-" + number, RegistrySnapshotArbitraries::numbered),
                List.of());
    }

    private static <S, T> List<Version<T>> versions(
            List<S> all, BiFunction<S, Integer, String> id, BiFunction<S, Integer, T> content) {
        var versions = new ArrayList<Version<T>>();
        for (var i = 0; i < all.size(); i++) {
            versions.add(new Version<>(
                    id.apply(all.get(i), i), 1, i + 1, "created", RECORDED, content.apply(all.get(i), i)));
        }
        return versions;
    }

    private static MandateSnapshot numbered(MandateSnapshot mandate, int number) {
        return new MandateSnapshot(
                "mandate-" + number,
                mandate.institution(),
                mandate.title(),
                mandate.functions(),
                mandate.populations(),
                mandate.review(),
                mandate.supersedes(),
                mandate.earlierHolders(),
                mandate.validity(),
                mandate.citations());
    }

    private static Capacity numbered(Capacity capacity, int number) {
        return new Capacity(
                "capacity-" + number,
                null,
                null,
                capacity.institution(),
                capacity.function(),
                capacity.level(),
                capacity.reason(),
                capacity.text(),
                capacity.mechanism(),
                capacity.populations(),
                capacity.validity(),
                capacity.citations());
    }

    static GovernanceFunction function(String id, int place, Validity validity) {
        return new GovernanceFunction(
                id,
                null,
                null,
                id,
                "What " + id + " is.",
                place < 3 ? Standing.STARTING_POINT : Standing.SET_ASIDE,
                place + 1,
                "So it was said.",
                validity,
                CITED);
    }

    /** Functions, which may change. */
    public Arbitrary<GovernanceFunction> functions() {
        return Combinators.combine(
                        Arbitraries.of(FUNCTIONS), Arbitraries.integers().between(0, 3), periods())
                .as(RegistrySnapshotArbitraries::function);
    }

    private Arbitrary<List<InstitutionSnapshot>> institutions() {
        return periods().list().ofSize(INSTITUTIONS.size()).map(periods -> {
            var institutions = new ArrayList<InstitutionSnapshot>();
            for (var i = 0; i < periods.size(); i++) {
                institutions.add(institution(INSTITUTIONS.get(i), periods.get(i)));
            }
            return institutions;
        });
    }

    /** Institutions. */
    public Arbitrary<InstitutionSnapshot> anInstitution() {
        return Combinators.combine(Arbitraries.of(INSTITUTIONS), periods())
                .as(RegistrySnapshotArbitraries::institution);
    }

    private static InstitutionSnapshot institution(String id, Validity validity) {
        return new InstitutionSnapshot(id, List.of(), List.of(), validity, CITED);
    }

    /** Mandates, some of which another institution had earlier. */
    public Arbitrary<MandateSnapshot> mandates() {
        return Combinators.combine(
                        Arbitraries.of(INSTITUTIONS),
                        Arbitraries.of(INSTITUTIONS),
                        Arbitraries.of(FUNCTIONS).set().ofMinSize(1).ofMaxSize(3),
                        periods(),
                        Arbitraries.integers().between(2000, 2008).injectNull(0.7))
                .as((holder, earlier, functions, period, until) -> new MandateSnapshot(
                        "mandate",
                        holder,
                        "To do something",
                        List.copyOf(functions),
                        List.of("migrants"),
                        null,
                        List.of(),
                        until == null
                                ? List.of()
                                : List.of(new MandateSnapshot.Holder(
                                        earlier, new Validity(null, PartialDate.of(until.toString())), CITED)),
                        period,
                        CITED));
    }

    /** Capacities and absences. */
    public Arbitrary<Capacity> capacities() {
        return Combinators.combine(
                        Arbitraries.of(INSTITUTIONS),
                        Arbitraries.of(FUNCTIONS),
                        Arbitraries.of(CapacityLevel.class),
                        attestedPeriods())
                .as((institution, function, level, period) -> new Capacity(
                        "capacity",
                        null,
                        null,
                        institution,
                        function,
                        level,
                        level.performs() ? null : AbsenceReason.DECLINED,
                        "Does it so.",
                        null,
                        List.of(Population.MIGRANTS),
                        period,
                        CITED));
    }

    private Arbitrary<Validity> periods() {
        var years = Arbitraries.integers().between(1999, 2008);
        return Combinators.combine(years.injectNull(0.5), years.injectNull(0.5))
                .as((one, other) -> one != null && other != null && one > other
                        ? new Validity(year(other), year(one))
                        : new Validity(year(one), year(other)));
    }

    /** Periods without a known end, most of which are attested up to a year. */
    private Arbitrary<Validity> attestedPeriods() {
        return Combinators.combine(
                        periods(), Arbitraries.integers().between(1999, 2008).injectNull(0.3))
                .as((period, attested) ->
                        period.to() != null || attested == null ? period : attestedUntil(attested, period.from()));
    }

    private static Validity attestedUntil(int year, @Nullable PartialDate from) {
        var first = from == null ? year : from.firstDay().getYear();
        return new Validity(from, null, year(Math.max(year, first)));
    }

    private static @Nullable PartialDate year(@Nullable Integer year) {
        return year == null ? null : PartialDate.of(year.toString());
    }
}
