package org.mandateatlas.functions.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An institution on a day: its mandates, its capacities and its coverage cells. Immutable. */
public final class InstitutionState {

    private final String id;
    private final String name;
    private final @Nullable String abbreviation;
    private final @Nullable String unStatus;
    private final boolean exists;
    private final List<HeldMandate> heldMandates;
    private final List<Performance> performances;
    private final Set<String> designated;
    private final boolean includeUnconfirmed;
    private final Map<String, CoverageCell> cells;

    private InstitutionState(
            String id,
            String name,
            @Nullable String abbreviation,
            @Nullable String unStatus,
            boolean exists,
            List<HeldMandate> heldMandates,
            List<Performance> performances,
            Set<String> designated,
            boolean includeUnconfirmed) {
        this.id = id;
        this.name = name;
        this.abbreviation = abbreviation;
        this.unStatus = unStatus;
        this.exists = exists;
        this.heldMandates = List.copyOf(heldMandates);
        this.performances = List.copyOf(performances);
        this.designated = Set.copyOf(designated);
        this.includeUnconfirmed = includeUnconfirmed;
        this.cells = makeCells();
    }

    private Map<String, CoverageCell> makeCells() {
        var mandates = new HashMap<String, List<CellMandate>>();
        var capacities = new HashMap<String, List<CellCapacity>>();
        for (var held : heldMandates) {
            for (var function : held.functions()) {
                mandates.computeIfAbsent(function, any -> new ArrayList<>()).add(held.mandate());
            }
        }
        for (var performance : performances) {
            capacities
                    .computeIfAbsent(performance.function(), any -> new ArrayList<>())
                    .add(performance.capacity());
        }
        var functions = new HashSet<>(designated);
        functions.addAll(mandates.keySet());
        functions.addAll(capacities.keySet());
        var cells = new HashMap<String, CoverageCell>();
        for (var function : functions) {
            cells.put(
                    function,
                    CoverageCell.of(
                            id,
                            mandates.getOrDefault(function, List.of()),
                            capacities.getOrDefault(function, List.of()),
                            designated.contains(function),
                            includeUnconfirmed));
        }
        return cells;
    }

    /**
     * Returns an institution without mandates and capacities.
     *
     * @param includeUnconfirmed whether unconfirmed capacities count as current ones
     */
    static InstitutionState of(
            String id,
            String name,
            @Nullable String abbreviation,
            @Nullable String unStatus,
            boolean includeUnconfirmed) {
        return new InstitutionState(
                id, name, abbreviation, unStatus, true, List.of(), List.of(), Set.of(), includeUnconfirmed);
    }

    /** Returns an institution that mandates or capacities name but that does not exist on the day. */
    static InstitutionState unknown(String id, boolean includeUnconfirmed) {
        return new InstitutionState(id, id, null, null, false, List.of(), List.of(), Set.of(), includeUnconfirmed);
    }

    /** Returns the institution with other mandates and capacities. */
    public InstitutionState with(List<HeldMandate> otherMandates, List<Performance> otherPerformances) {
        return new InstitutionState(
                id,
                name,
                abbreviation,
                unStatus,
                exists,
                otherMandates,
                otherPerformances,
                designated,
                includeUnconfirmed);
    }

    /** Returns the institution with another UN status. */
    public InstitutionState withUnStatus(String status) {
        return new InstitutionState(
                id, name, abbreviation, status, exists, heldMandates, performances, designated, includeUnconfirmed);
    }

    /** Returns the institution with or without the designation as lead of a function. */
    InstitutionState designated(String function, boolean leads) {
        var others = new HashSet<>(designated);
        if (leads) {
            others.add(function);
        } else {
            others.remove(function);
        }
        return new InstitutionState(
                id, name, abbreviation, unStatus, exists, heldMandates, performances, others, includeUnconfirmed);
    }

    /** Returns whether it is the designated lead of a function. */
    boolean isDesignated(String function) {
        return designated.contains(function);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Returns the abbreviation, or null. */
    public @Nullable String abbreviation() {
        return abbreviation;
    }

    /** Returns the UN status, or null if unknown. */
    public @Nullable String unStatus() {
        return unStatus;
    }

    /** Returns whether it exists on the day. */
    public boolean exists() {
        return exists;
    }

    /** Returns whether it is in the UN system; related organizations count. */
    boolean isInUnSystem() {
        return unStatus != null && !unStatus.equals("outside");
    }

    public List<HeldMandate> heldMandates() {
        return heldMandates;
    }

    public List<Performance> performances() {
        return performances;
    }

    /** Returns its cell in a function. */
    CoverageCell cell(String function) {
        var cell = cells.get(function);
        return cell == null ? CoverageCell.none(id) : cell;
    }

    /** Returns its cells by function. */
    Map<String, CoverageCell> cells() {
        return cells;
    }
}
