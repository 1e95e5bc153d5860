package org.mandateatlas.functions.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An institution on a day: what it is charged with, what it does, and the cells that this makes. */
public final class InstitutionState {

    private final String id;
    private final String name;
    private final @Nullable String abbreviation;
    private final @Nullable String unStatus;
    private final boolean exists;
    private final List<Charge> charges;
    private final List<Performance> performances;
    private final Set<String> designated;
    private final Map<String, CoverageCell> cells;

    private InstitutionState(
            String id,
            String name,
            @Nullable String abbreviation,
            @Nullable String unStatus,
            boolean exists,
            List<Charge> charges,
            List<Performance> performances,
            Set<String> designated) {
        this.id = id;
        this.name = name;
        this.abbreviation = abbreviation;
        this.unStatus = unStatus;
        this.exists = exists;
        this.charges = List.copyOf(charges);
        this.performances = List.copyOf(performances);
        this.designated = Set.copyOf(designated);
        this.cells = makeCells();
    }

    private Map<String, CoverageCell> makeCells() {
        var mandates = new HashMap<String, List<CellMandate>>();
        var capacities = new HashMap<String, List<CellCapacity>>();
        for (var charge : charges) {
            for (var function : charge.functions()) {
                mandates.computeIfAbsent(function, any -> new ArrayList<>()).add(charge.mandate());
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
                            designated.contains(function)));
        }
        return cells;
    }

    /** An institution that exists and has nothing to do yet. */
    public static InstitutionState of(
            String id, String name, @Nullable String abbreviation, @Nullable String unStatus) {
        return new InstitutionState(id, name, abbreviation, unStatus, true, List.of(), List.of(), Set.of());
    }

    /** Somebody whom mandates or capacities name and of whom nothing else is known on the day. */
    static InstitutionState unknown(String id) {
        return new InstitutionState(id, id, null, null, false, List.of(), List.of(), Set.of());
    }

    /** Returns the institution with other things to do. */
    public InstitutionState with(List<Charge> otherCharges, List<Performance> otherPerformances) {
        return new InstitutionState(
                id, name, abbreviation, unStatus, exists, otherCharges, otherPerformances, designated);
    }

    /** Returns the institution with another standing to the UN system. */
    public InstitutionState withUnStatus(String status) {
        return new InstitutionState(id, name, abbreviation, status, exists, charges, performances, designated);
    }

    /** Returns the institution designated the lead of a function, or no longer. */
    InstitutionState designated(String function, boolean leads) {
        var others = new HashSet<>(designated);
        if (leads) {
            others.add(function);
        } else {
            others.remove(function);
        }
        return new InstitutionState(id, name, abbreviation, unStatus, exists, charges, performances, others);
    }

    /** Tells whether it is the designated lead of a function. */
    boolean isDesignated(String function) {
        return designated.contains(function);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Returns the abbreviation; null when there is none. */
    public @Nullable String abbreviation() {
        return abbreviation;
    }

    /** Returns how it stands to the UN system; null when no source tells. */
    public @Nullable String unStatus() {
        return unStatus;
    }

    /** Tells whether it exists on the day. */
    public boolean exists() {
        return exists;
    }

    /** Tells whether it is in the UN system; related organizations are. */
    boolean isInUnSystem() {
        return unStatus != null && !unStatus.equals("outside");
    }

    public List<Charge> charges() {
        return charges;
    }

    public List<Performance> performances() {
        return performances;
    }

    /** Returns its part in a function. */
    CoverageCell cell(String function) {
        var cell = cells.get(function);
        return cell == null ? CoverageCell.none(id) : cell;
    }

    /** Returns its parts in the functions in which anything is known of it. */
    Map<String, CoverageCell> cells() {
        return cells;
    }
}
