package org.mandateatlas.processes.process;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Reference;

/** The document type of processes. */
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
                violations.add("/functions/" + i, "is a duplicate");
            }
        }
        var predecessors = new HashSet<String>();
        for (var i = 0; i < process.predecessors().size(); i++) {
            if (!predecessors.add(process.predecessors().get(i).process())) {
                violations.add("/predecessors/" + i + "/process", "is a duplicate");
            }
        }
        Figure.check(process.figures(), violations);
    }

    @Override
    public int searchRank() {
        return 1;
    }

    /** The processes that it took over from are not its subjects. */
    @Override
    public Set<Reference> subjects(GovernanceProcess process) {
        var subjects = new LinkedHashSet<Reference>();
        subjects.add(Reference.to(stream(), process.id()));
        process.functions().forEach(function -> subjects.add(Reference.to("function", function)));
        return subjects;
    }
}
