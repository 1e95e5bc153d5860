package org.mandateatlas.functions.snapshot;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.registry.NameResolver;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.replication.ReplicatedNameRepository;

/** Knows the names of documents of other services from their replicated streams, those of institutions on any day. */
@Singleton
class InstitutionNameResolver implements NameResolver {

    private final RegistrySnapshots snapshots;
    private final ReplicatedNameRepository replicated;

    InstitutionNameResolver(RegistrySnapshots snapshots, ReplicatedNameRepository replicated) {
        this.snapshots = snapshots;
        this.replicated = replicated;
    }

    @Override
    public Position position() {
        return replicated.position();
    }

    @Override
    public Map<Reference, String> names(Set<Reference> documents, Times times) {
        var day = times.validAt();
        var institutions = snapshots.institutions(
                documents.stream()
                        .filter(document -> document.stream().equals("institution"))
                        .map(Reference::id)
                        .toList(),
                times.knownAt());
        var names = new HashMap<>(replicated.names(
                documents.stream()
                        .filter(document -> !document.stream().equals("institution"))
                        .collect(Collectors.toSet()),
                times));
        institutions.forEach(institution -> names.put(
                Reference.to("institution", institution.id()),
                day == null ? institution.name() : nameOn(institution, day)));
        return names;
    }

    /** Falls back to the latest name outside the validity of all names. */
    private static String nameOn(InstitutionSnapshot institution, LocalDate day) {
        var name = institution.name(day);
        return name.equals(institution.id()) ? institution.name() : name;
    }
}
