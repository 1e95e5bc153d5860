package org.mandateatlas.processes.process;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.processes.fact.Argument;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The collection of processes: its rules, what it is found by, what it refers to. */
@Singleton
public class GovernanceProcesses implements DocumentType<GovernanceProcess> {

    @Override
    public String stream() {
        return "process";
    }

    @Override
    public String collection() {
        return "processes";
    }

    @Override
    public Class<GovernanceProcess> record() {
        return GovernanceProcess.class;
    }

    @Override
    public void check(GovernanceProcess process, Violations violations) {
        var functions = new HashSet<String>();
        for (var i = 0; i < process.functions().size(); i++) {
            if (!functions.add(process.functions().get(i))) {
                violations.add("/functions/" + i, "stands twice");
            }
        }
        var predecessors = new HashSet<String>();
        for (var i = 0; i < process.predecessors().size(); i++) {
            if (!predecessors.add(process.predecessors().get(i).process())) {
                violations.add("/predecessors/" + i + "/process", "stands twice");
            }
        }
        Figure.check(process.figures(), violations);
    }

    @Override
    public List<Reference> references(GovernanceProcess process) {
        var references = new ArrayList<Reference>();
        for (var i = 0; i < process.functions().size(); i++) {
            references.add(new Reference(
                    "/functions/" + i, "function", process.functions().get(i)));
        }
        for (var i = 0; i < process.predecessors().size(); i++) {
            references.add(new Reference(
                    "/predecessors/" + i + "/process",
                    "process",
                    process.predecessors().get(i).process()));
        }
        return references;
    }

    @Override
    public List<Facet> facets(GovernanceProcess process) {
        var facets = new ArrayList<Facet>();
        facets.add(Facet.of("kind", EnumValues.of(process.kind())));
        process.openTo()
                .forEach(openness ->
                        facets.add(new Facet("openTo", EnumValues.of(openness.who()), openness.validity())));
        if (process.normativity() != null) {
            facets.add(
                    Facet.of("normativity", EnumValues.of(process.normativity().level())));
        }
        process.functions().forEach(function -> facets.add(Facet.of("function", function)));
        return facets;
    }

    @Override
    public List<String> names(GovernanceProcess process) {
        return Stream.of(process.name(), process.abbreviation())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    @Override
    public List<String> texts(GovernanceProcess process) {
        var texts = new ArrayList<String>();
        texts.add(process.summary());
        if (process.normativity() != null) {
            texts.add(process.normativity().text());
        }
        process.frequency().forEach(frequency -> texts.add(frequency.text()));
        texts.addAll(Argument.texts(process.strengths()));
        texts.addAll(Argument.texts(process.weaknesses()));
        process.predecessors().forEach(predecessor -> texts.add(predecessor.takenOver()));
        process.remarks().forEach(remark -> texts.add(remark.text()));
        return texts;
    }

    @Override
    public int searchRank() {
        return 1;
    }

    /** Those it is related to are the subjects of the relations alone. */
    @Override
    public Set<Reference> subjects(GovernanceProcess process) {
        return Set.of(Reference.to(stream(), process.id()));
    }
}
