package org.mandateatlas.functions.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.snapshot.RegistrySnapshot;

/** The mandates and capacities of all institutions on a day. Immutable. */
public final class GovernanceState {

    private final LocalDate day;
    private final boolean includeUnconfirmed;
    private final List<GovernanceFunction> functions;
    private final SortedMap<String, InstitutionState> institutionStates;

    private GovernanceState(
            LocalDate day,
            boolean includeUnconfirmed,
            List<GovernanceFunction> functions,
            SortedMap<String, InstitutionState> institutionStates) {
        this.day = day;
        this.includeUnconfirmed = includeUnconfirmed;
        this.functions = functions;
        this.institutionStates = institutionStates;
    }

    /**
     * Returns the state of a registry snapshot on a day.
     *
     * @param populations populations that mandates and capacities must name, one at least; empty for any
     * @param includeUnconfirmed whether unconfirmed capacities count as current ones
     */
    public static GovernanceState of(
            RegistrySnapshot registry, LocalDate day, Collection<String> populations, boolean includeUnconfirmed) {
        var institutionStates = new TreeMap<String, InstitutionState>();
        for (var version : registry.institutions()) {
            var institution = version.content();
            if (institution != null && institution.validity().contains(day)) {
                institutionStates.put(
                        version.id(),
                        InstitutionState.of(
                                version.id(),
                                institution.name(day),
                                institution.abbreviation(day).orElse(null),
                                institution
                                        .unStatus(day)
                                        .map(standing -> standing.status())
                                        .orElse(null),
                                includeUnconfirmed));
            }
        }
        var heldMandates = heldMandates(registry, day, populations);
        var performances = performances(registry, day, populations);
        var busy = new TreeSet<>(heldMandates.keySet());
        busy.addAll(performances.keySet());
        for (var id : busy) {
            institutionStates.put(
                    id,
                    institutionStates
                            .getOrDefault(id, InstitutionState.unknown(id, includeUnconfirmed))
                            .with(heldMandates.getOrDefault(id, List.of()), performances.getOrDefault(id, List.of())));
        }
        return new GovernanceState(day, includeUnconfirmed, functions(registry, day), institutionStates);
    }

    private static List<GovernanceFunction> functions(RegistrySnapshot registry, LocalDate day) {
        return registry.functions().stream()
                .map(version -> version.content())
                .filter(Objects::nonNull)
                .filter(function -> function.validity().contains(day))
                .sorted(GovernanceFunction.IN_ORDER)
                .toList();
    }

    private static Map<String, List<HeldMandate>> heldMandates(
            RegistrySnapshot registry, LocalDate day, Collection<String> populations) {
        var heldMandates = new HashMap<String, List<HeldMandate>>();
        for (var version : registry.mandates()) {
            var mandate = version.content();
            if (mandate == null
                    || !(populations.isEmpty() || mandate.populations().stream().anyMatch(populations::contains))) {
                continue;
            }
            var status = mandate.validity().on(day);
            if (status == Status.CURRENT || status == Status.UNCONFIRMED) {
                heldMandates
                        .computeIfAbsent(mandate.holder(day), any -> new ArrayList<>())
                        .add(new HeldMandate(
                                new CellMandate(version.id(), mandate.title(), status, mandate.citations()),
                                mandate.functions()));
            }
        }
        return heldMandates;
    }

    private static Map<String, List<Performance>> performances(
            RegistrySnapshot registry, LocalDate day, Collection<String> populations) {
        var performances = new HashMap<String, List<Performance>>();
        for (var version : registry.capacities()) {
            var capacity = version.content();
            if (capacity == null || !(populations.isEmpty() || capacity.isFor(populations))) {
                continue;
            }
            var status = capacity.validity().on(day);
            if (status == Status.CURRENT || status == Status.UNCONFIRMED) {
                performances
                        .computeIfAbsent(capacity.institution(), any -> new ArrayList<>())
                        .add(new Performance(
                                capacity.function(),
                                new CellCapacity(
                                        version.id(),
                                        capacity.level(),
                                        capacity.reason(),
                                        capacity.text(),
                                        status,
                                        status == Status.CURRENT
                                                ? null
                                                : capacity.validity().lastAttested(),
                                        capacity.citations())));
            }
        }
        return performances;
    }

    public LocalDate day() {
        return day;
    }

    /** Returns the functions in order, starting points first. */
    public List<GovernanceFunction> functions() {
        return functions;
    }

    /** Returns whether the function exists. */
    public boolean hasFunction(String id) {
        return functions.stream().anyMatch(function -> function.id().equals(id));
    }

    /** Returns the institutions, by id. */
    Collection<InstitutionState> institutionStates() {
        return institutionStates.values();
    }

    /** Returns the coverage of each function, in order. */
    public List<FunctionCoverage> coverage() {
        var cells = new HashMap<String, List<CoverageCell>>();
        for (var institutionState : institutionStates.values()) {
            institutionState
                    .cells()
                    .forEach((function, cell) -> cells.computeIfAbsent(function, any -> new ArrayList<>())
                            .add(cell));
        }
        return functions.stream()
                .map(function -> FunctionCoverage.of(
                        function, Collections.unmodifiableList(cells.getOrDefault(function.id(), List.of()))))
                .toList();
    }

    /** Returns an institution, or an unknown one. */
    InstitutionState institutionState(String id) {
        return institutionStates.getOrDefault(id, InstitutionState.unknown(id, includeUnconfirmed));
    }

    /** Returns whether an institution exists on the day or is named by mandates or capacities. */
    public boolean names(String id) {
        return institutionStates.containsKey(id);
    }

    /** Returns an institution that exists on the day. */
    public Optional<InstitutionState> institution(String id) {
        return Optional.ofNullable(institutionStates.get(id)).filter(InstitutionState::exists);
    }

    /** Returns the cell of an institution in a function. */
    CoverageCell cell(String function, String institution) {
        return institutionState(institution).cell(function);
    }

    /** Returns the institutions that lead the function, by id. */
    public List<String> leads(String function) {
        return institutionStates.values().stream()
                .filter(institutionState -> institutionState.cell(function).lead())
                .map(InstitutionState::id)
                .toList();
    }

    /** Returns an institution without mandates and capacities that is not in the state yet. */
    public InstitutionState newInstitution(String id, String name, @Nullable String unStatus) {
        return InstitutionState.of(id, name, null, unStatus, includeUnconfirmed);
    }

    /** Returns a state with an institution added or replaced. */
    public GovernanceState with(InstitutionState institutionState) {
        var others = new TreeMap<>(institutionStates);
        others.put(institutionState.id(), institutionState);
        return new GovernanceState(day, includeUnconfirmed, functions, others);
    }

    /** Returns a state without an institution. */
    public GovernanceState without(String institution) {
        var others = new TreeMap<>(institutionStates);
        others.remove(institution);
        return new GovernanceState(day, includeUnconfirmed, functions, others);
    }

    /** Returns a state with one institution as the only designated lead of a function. */
    public GovernanceState withLead(String function, String institution) {
        var others = new TreeMap<>(institutionStates);
        for (var institutionState : institutionStates.values()) {
            if (institutionState.isDesignated(function)) {
                others.put(institutionState.id(), institutionState.designated(function, false));
            }
        }
        others.computeIfPresent(institution, (id, institutionState) -> institutionState.designated(function, true));
        return new GovernanceState(day, includeUnconfirmed, functions, others);
    }
}
