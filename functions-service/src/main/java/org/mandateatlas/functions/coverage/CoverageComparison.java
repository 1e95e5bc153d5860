package org.mandateatlas.functions.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.coverage.CoverageDiff.CellChange;
import org.mandateatlas.functions.coverage.CoverageDiff.FunctionChange;
import org.mandateatlas.functions.coverage.CoverageDiff.InstitutionChange;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.snapshot.InstitutionSnapshot;
import org.mandateatlas.functions.snapshot.MandateSnapshot;

/** Compares the coverage of two snapshots and finds the causes of differences. */
final class CoverageComparison {

    private final BitemporalSnapshot before;
    private final BitemporalSnapshot after;
    private final GovernanceState stateBefore;
    private final GovernanceState stateAfter;
    private final VersionPairs<MandateSnapshot> mandates;
    private final VersionPairs<Capacity> capacities;
    private final VersionPairs<InstitutionSnapshot> institutions;
    private final VersionPairs<GovernanceFunction> functions;

    /**
     * Compares two snapshots.
     *
     * @param includeUnconfirmed whether unconfirmed capacities count as current ones
     */
    CoverageComparison(
            BitemporalSnapshot before, BitemporalSnapshot after, List<String> populations, boolean includeUnconfirmed) {
        this.before = before;
        this.after = after;
        this.stateBefore = before.state(populations, includeUnconfirmed);
        this.stateAfter = after.state(populations, includeUnconfirmed);
        this.mandates = new VersionPairs<>(
                before.registry().mandates(), after.registry().mandates());
        this.capacities = new VersionPairs<>(
                before.registry().capacities(), after.registry().capacities());
        this.institutions = new VersionPairs<>(
                before.registry().institutions(), after.registry().institutions());
        this.functions = new VersionPairs<>(
                before.registry().functions(), after.registry().functions());
    }

    /** Returns the functions with differences, in order. */
    List<FunctionChange> functions(CoverageDiffFilter filter) {
        var first = byId(stateBefore.coverage());
        var second = byId(stateAfter.coverage());
        return Stream.concat(stateBefore.functions().stream(), stateAfter.functions().stream())
                .sorted(GovernanceFunction.IN_ORDER)
                .map(GovernanceFunction::id)
                .distinct()
                .filter(filter::passesFunction)
                .map(id -> function(id, first.get(id), second.get(id), filter))
                .filter(change -> !Objects.equals(change.before(), change.after())
                        || !change.cells().isEmpty())
                .filter(change ->
                        filter.institution.isEmpty() || !change.cells().isEmpty())
                .toList();
    }

    private static Map<String, FunctionCoverage> byId(List<FunctionCoverage> functions) {
        return functions.stream().collect(Collectors.toMap(FunctionCoverage::id, Function.identity()));
    }

    private FunctionChange function(
            String id, @Nullable FunctionCoverage first, @Nullable FunctionCoverage second, CoverageDiffFilter filter) {
        var ids = new TreeSet<String>();
        Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .flatMap(coverage -> coverage.cells().stream())
                .map(CoverageCell::institution)
                .filter(filter::passesInstitution)
                .forEach(ids::add);
        return new FunctionChange(
                id,
                first == null ? null : FunctionSummary.of(first),
                second == null ? null : FunctionSummary.of(second),
                ids.stream()
                        .flatMap(institution -> cell(id, institution).stream())
                        .toList(),
                functions.differs(id)
                        ? functions.recorded(
                                CauseKind.FUNCTION, id, GovernanceFunction::name, GovernanceFunction::citations)
                        : List.of());
    }

    private Optional<CellChange> cell(String function, String institution) {
        var first = CellSummary.of(stateBefore, function, institution);
        var second = CellSummary.of(stateAfter, function, institution);
        var causes = causes(function, institution);
        if (causes.isEmpty() && first.equals(second)) {
            return Optional.empty();
        }
        return Optional.of(new CellChange(institution, name(institution), first, second, causes));
    }

    private String name(String institution) {
        return stateAfter
                .institution(institution)
                .or(() -> stateBefore.institution(institution))
                .map(InstitutionState::name)
                .orElse(institution);
    }

    private List<Cause> causes(String function, String institution) {
        var first = stateBefore.cell(function, institution);
        var second = stateAfter.cell(function, institution);
        var causes = new ArrayList<Cause>();
        var hadMandates = ids(first.mandates(), CellMandate::id);
        var hasMandates = ids(second.mandates(), CellMandate::id);
        for (var id : differing(hadMandates, hasMandates, mandates)) {
            if (mandates.differs(id)) {
                causes.addAll(
                        mandates.recorded(CauseKind.MANDATE, id, MandateSnapshot::title, MandateSnapshot::citations));
            } else {
                mandates.same(id).ifPresent(mandate -> causes.add(moved(mandate, hasMandates.contains(id))));
            }
        }
        var hadCapacities = ids(first.capacities(), CellCapacity::id);
        var hasCapacities = ids(second.capacities(), CellCapacity::id);
        for (var id : differing(hadCapacities, hasCapacities, capacities)) {
            if (capacities.differs(id)) {
                causes.addAll(capacities.recorded(CauseKind.CAPACITY, id, Capacity::text, Capacity::citations));
            } else {
                capacities.same(id).ifPresent(capacity -> causes.add(happened(capacity, hasCapacities.contains(id))));
            }
        }
        return causes;
    }

    private static <T> Set<String> ids(List<T> items, Function<T, String> id) {
        return items.stream().map(id).collect(Collectors.toSet());
    }

    /** Returns ids that are on one side only, or whose versions differ. */
    private static Set<String> differing(Set<String> had, Set<String> has, VersionPairs<?> pairs) {
        var all = new TreeSet<>(had);
        all.addAll(has);
        all.removeIf(id -> had.contains(id) && has.contains(id) && !pairs.differs(id));
        return all;
    }

    /** Returns why a mandate is new to an institution or has left it. */
    private Cause moved(MandateSnapshot mandate, boolean here) {
        var otherDay = here ? before.day() : after.day();
        var citations = new ArrayList<>(mandate.citations());
        if (!mandate.validity().contains(otherDay)) {
            return new Cause(
                    CauseKind.MANDATE,
                    mandate.id(),
                    here ? "began" : "ended",
                    mandate.title(),
                    here ? mandate.validity().from() : mandate.validity().to(),
                    null,
                    citations);
        }
        var earlier = mandate.earlierHolders().stream()
                .filter(holder -> holder.validity().contains(before.day()))
                .findFirst();
        earlier.ifPresent(holder -> citations.addAll(holder.citations()));
        return new Cause(
                CauseKind.MANDATE,
                mandate.id(),
                here ? "moved-here" : "moved-away",
                mandate.title(),
                earlier.map(holder -> holder.validity().to()).orElse(null),
                null,
                citations);
    }

    private static Cause happened(Capacity capacity, boolean began) {
        return new Cause(
                CauseKind.CAPACITY,
                capacity.id(),
                began ? "began" : "ended",
                capacity.text(),
                began ? capacity.validity().from() : capacity.validity().to(),
                null,
                capacity.citations());
    }

    /** Returns the institutions that began, ended or changed, by id. */
    List<InstitutionChange> institutions(CoverageDiffFilter filter) {
        return institutions.ids().stream()
                .filter(filter::passesInstitution)
                .map(id -> new InstitutionChange(id, name(id), changes(id)))
                .filter(change -> !change.causes().isEmpty())
                .toList();
    }

    private List<Cause> changes(String id) {
        if (institutions.differs(id)) {
            return institutions.recorded(
                    CauseKind.INSTITUTION,
                    id,
                    institution -> institution.name(after.day()),
                    InstitutionSnapshot::citations);
        }
        return institutions.same(id).map(this::happened).orElse(List.of());
    }

    private List<Cause> happened(InstitutionSnapshot institution) {
        var was = institution.validity().contains(before.day());
        var is = institution.validity().contains(after.day());
        if (was != is) {
            return List.of(new Cause(
                    CauseKind.INSTITUTION,
                    institution.id(),
                    is ? "began" : "ended",
                    institution.name(is ? after.day() : before.day()),
                    is ? institution.validity().from() : institution.validity().to(),
                    null,
                    institution.citations()));
        }
        return is ? altered(institution) : List.of();
    }

    private List<Cause> altered(InstitutionSnapshot institution) {
        var causes = new ArrayList<Cause>();
        var status = institution.unStatus(after.day());
        if (!status.map(InstitutionSnapshot.UnStatus::status)
                .equals(institution.unStatus(before.day()).map(InstitutionSnapshot.UnStatus::status))) {
            status.ifPresent(now -> causes.add(new Cause(
                    CauseKind.INSTITUTION,
                    institution.id(),
                    "un-status",
                    Objects.requireNonNullElse(now.status(), ""),
                    now.validity().from(),
                    null,
                    now.citations())));
        }
        var name = institution.officialName(after.day());
        if (!name.map(InstitutionSnapshot.Name::value)
                .equals(institution.officialName(before.day()).map(InstitutionSnapshot.Name::value))) {
            name.ifPresent(now -> causes.add(new Cause(
                    CauseKind.INSTITUTION,
                    institution.id(),
                    "name",
                    now.value(),
                    now.validity().from(),
                    null,
                    now.citations())));
        }
        return causes;
    }
}
