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
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.ledger.Known;

/** Who is charged with what and who does what on a day. It never changes: what changes it makes another. */
public final class GovernanceState {

    private final LocalDate day;
    private final List<GovernanceFunction> functions;
    private final SortedMap<String, InstitutionState> placements;

    private GovernanceState(
            LocalDate day, List<GovernanceFunction> functions, SortedMap<String, InstitutionState> placements) {
        this.day = day;
        this.functions = functions;
        this.placements = placements;
    }

    /**
     * Returns the world as it was known on a day.
     *
     * @param populations the people whom mandates and capacities must be for, one at least; empty for any
     */
    public static GovernanceState of(Known known, LocalDate day, Collection<String> populations) {
        var placements = new TreeMap<String, InstitutionState>();
        for (var version : known.institutions()) {
            var institution = version.content();
            if (institution != null && institution.validity().contains(day)) {
                placements.put(
                        version.id(),
                        InstitutionState.of(
                                version.id(),
                                institution.name(day),
                                institution.abbreviation(day).orElse(null),
                                institution
                                        .unStatus(day)
                                        .map(standing -> standing.status())
                                        .orElse(null)));
            }
        }
        var charges = charges(known, day, populations);
        var performances = performances(known, day, populations);
        var busy = new TreeSet<>(charges.keySet());
        busy.addAll(performances.keySet());
        for (var id : busy) {
            placements.put(
                    id,
                    placements
                            .getOrDefault(id, InstitutionState.unknown(id))
                            .with(charges.getOrDefault(id, List.of()), performances.getOrDefault(id, List.of())));
        }
        return new GovernanceState(day, functions(known, day), placements);
    }

    private static List<GovernanceFunction> functions(Known known, LocalDate day) {
        return known.functions().stream()
                .map(version -> version.content())
                .filter(Objects::nonNull)
                .filter(function -> function.validity().contains(day))
                .sorted(GovernanceFunction.IN_ORDER)
                .toList();
    }

    private static Map<String, List<Charge>> charges(Known known, LocalDate day, Collection<String> populations) {
        var charges = new HashMap<String, List<Charge>>();
        for (var version : known.mandates()) {
            var mandate = version.content();
            if (mandate != null
                    && mandate.validity().contains(day)
                    && (populations.isEmpty() || mandate.populations().stream().anyMatch(populations::contains))) {
                charges.computeIfAbsent(mandate.holder(day), any -> new ArrayList<>())
                        .add(new Charge(
                                new CellMandate(version.id(), mandate.title(), mandate.citations()),
                                mandate.functions()));
            }
        }
        return charges;
    }

    private static Map<String, List<Performance>> performances(
            Known known, LocalDate day, Collection<String> populations) {
        var performances = new HashMap<String, List<Performance>>();
        for (var version : known.capacities()) {
            var capacity = version.content();
            if (capacity != null
                    && capacity.validity().contains(day)
                    && (populations.isEmpty() || capacity.isFor(populations))) {
                performances
                        .computeIfAbsent(capacity.institution(), any -> new ArrayList<>())
                        .add(new Performance(
                                capacity.function(),
                                new CellCapacity(
                                        version.id(),
                                        capacity.level(),
                                        capacity.reason(),
                                        capacity.text(),
                                        capacity.citations())));
            }
        }
        return performances;
    }

    public LocalDate day() {
        return day;
    }

    /** Returns the functions, the starting points first, each kind in its order. */
    public List<GovernanceFunction> functions() {
        return functions;
    }

    /** Tells whether there is such a function. */
    public boolean hasFunction(String id) {
        return functions.stream().anyMatch(function -> function.id().equals(id));
    }

    /** Returns the institutions, by id. */
    Collection<InstitutionState> placements() {
        return placements.values();
    }

    /** Returns the coverage of each function, in order. */
    public List<FunctionCoverage> coverage() {
        var cells = new HashMap<String, List<CoverageCell>>();
        for (var placement : placements.values()) {
            placement
                    .cells()
                    .forEach((function, cell) -> cells.computeIfAbsent(function, any -> new ArrayList<>())
                            .add(cell));
        }
        return functions.stream()
                .map(function -> FunctionCoverage.of(
                        function, Collections.unmodifiableList(cells.getOrDefault(function.id(), List.of()))))
                .toList();
    }

    /** Returns an institution, or one of which nothing is known. */
    InstitutionState placement(String id) {
        return placements.getOrDefault(id, InstitutionState.unknown(id));
    }

    /** Tells whether an institution exists on the day, or mandates and capacities name it all the same. */
    public boolean names(String id) {
        return placements.containsKey(id);
    }

    /** Returns an institution that exists on the day. */
    public Optional<InstitutionState> institution(String id) {
        return Optional.ofNullable(placements.get(id)).filter(InstitutionState::exists);
    }

    /** Returns an institution's part in a function. */
    CoverageCell cell(String function, String institution) {
        return placement(institution).cell(function);
    }

    /** Returns the institutions that lead the function, by id. */
    public List<String> leads(String function) {
        return placements.values().stream()
                .filter(placement -> placement.cell(function).lead())
                .map(InstitutionState::id)
                .toList();
    }

    /** Returns the world with an institution added or changed. */
    public GovernanceState with(InstitutionState placement) {
        var others = new TreeMap<>(placements);
        others.put(placement.id(), placement);
        return new GovernanceState(day, functions, others);
    }

    /** Returns the world without an institution. */
    public GovernanceState without(String institution) {
        var others = new TreeMap<>(placements);
        others.remove(institution);
        return new GovernanceState(day, functions, others);
    }

    /** Returns the world with one institution designated the lead of a function, and no other. */
    public GovernanceState designating(String function, String institution) {
        var others = new TreeMap<>(placements);
        for (var placement : placements.values()) {
            if (placement.isDesignated(function)) {
                others.put(placement.id(), placement.designated(function, false));
            }
        }
        others.computeIfPresent(institution, (id, placement) -> placement.designated(function, true));
        return new GovernanceState(day, functions, others);
    }
}
