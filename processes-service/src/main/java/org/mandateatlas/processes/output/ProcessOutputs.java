package org.mandateatlas.processes.output;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.chassis.problem.Violations;
import org.mandateatlas.chassis.registry.DocumentJson;
import org.mandateatlas.chassis.registry.DocumentRepository;
import org.mandateatlas.chassis.registry.DocumentType;
import org.mandateatlas.chassis.registry.EnumValues;
import org.mandateatlas.chassis.registry.Facet;
import org.mandateatlas.chassis.registry.Reference;
import org.mandateatlas.processes.fact.Figure;
import org.mandateatlas.processes.meeting.ProcessMeeting;
import org.mandateatlas.processes.meeting.ProcessMeetings;

/** The collection of outputs: its rules, what it is found by, what it refers to. */
@Singleton
public class ProcessOutputs implements DocumentType<ProcessOutput> {

    private final DocumentRepository documents;
    private final ProcessMeetings meetings;

    ProcessOutputs(DocumentRepository documents, ProcessMeetings meetings) {
        this.documents = documents;
        this.meetings = meetings;
    }

    @Override
    public String stream() {
        return "output";
    }

    @Override
    public String collection() {
        return "outputs";
    }

    @Override
    public Class<ProcessOutput> record() {
        return ProcessOutput.class;
    }

    @Override
    public void check(ProcessOutput output, Violations violations) {
        Figure.check(output.figures(), violations);
        var meeting = output.meeting();
        if (meeting != null) {
            meeting(meeting).ifPresent(held -> checkMeeting(output, held, violations));
        }
    }

    /** Returns the meeting, unless there is none, which is told where references are. */
    private Optional<ProcessMeeting> meeting(String id) {
        return documents
                .find(meetings, id, null)
                .found()
                .flatMap(stored -> Optional.ofNullable(stored.document()))
                .map(text -> DocumentJson.stored(text, meetings.record()));
    }

    /** Notes that the meeting is one of another process. */
    static void checkMeeting(ProcessOutput output, ProcessMeeting meeting, Violations violations) {
        if (!meeting.process().equals(output.process())) {
            violations.add("/meeting", "is a meeting of the process '" + meeting.process() + "'");
        }
    }

    @Override
    public List<Reference> references(ProcessOutput output) {
        var references = new ArrayList<Reference>();
        references.add(new Reference("/process", "process", output.process()));
        refer(references, "meeting", output.meeting());
        refer(references, "instrument", output.instrument());
        return references;
    }

    private static void refer(List<Reference> references, String stream, @Nullable String id) {
        if (id != null) {
            references.add(new Reference("/" + stream, stream, id));
        }
    }

    @Override
    public List<Facet> facets(ProcessOutput output) {
        var facets = new ArrayList<Facet>();
        facets.add(Facet.of("kind", EnumValues.of(output.kind())));
        facets.add(Facet.of("force", EnumValues.of(output.force())));
        references(output).forEach(reference -> facets.add(Facet.of(reference.stream(), reference.id())));
        return facets;
    }

    @Override
    public List<String> names(ProcessOutput output) {
        return List.of(output.title());
    }

    @Override
    public List<String> texts(ProcessOutput output) {
        var texts = new ArrayList<String>();
        texts.add(output.summary());
        output.remarks().forEach(remark -> texts.add(remark.text()));
        return texts;
    }
}
