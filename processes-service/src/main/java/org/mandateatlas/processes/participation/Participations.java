package org.mandateatlas.processes.participation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.NameTemplate;

/** The document type of participations. */
@Singleton
public class Participations implements DocumentType<Participation> {

    @Override
    public String stream() {
        return "participation";
    }

    @Override
    public String collection() {
        return "participations";
    }

    @Override
    public Class<Participation> record() {
        return Participation.class;
    }

    @Override
    public void check(Participation participation, Violations violations) {
        var actor = participation.actor();
        if ((participation.institution() == null) == (actor == null)) {
            violations.add("/institution", "is required if there is no actor, and not allowed otherwise");
        }
        if (actor != null && actor.name().length() > Actor.LONGEST_NAME) {
            violations.add("/actor/name", "has more than " + Actor.LONGEST_NAME + " characters");
        }
    }

    @Override
    public List<Facet> facets(Participation participation) {
        var facets = new ArrayList<>(DocumentType.super.facets(participation));
        if (participation.institution() != null && participation.role() == ParticipationRole.CONVENOR) {
            facets.add(Facet.of("convenor", participation.institution()));
        }
        return facets;
    }

    @Override
    public String change(@Nullable Participation before, Participation after) {
        return ParticipationChange.between(before, after);
    }

    @Override
    public String ending() {
        return ParticipationChange.LEFT;
    }

    @Override
    public String displayName(Participation participation) {
        var who = participation.actor() == null
                ? NameTemplate.placeholder("institution", Objects.requireNonNull(participation.institution()))
                : participation.actor().name();
        return who + ", " + EnumValues.of(participation.role()) + " of "
                + NameTemplate.placeholder("process", participation.process());
    }

    @Override
    public boolean hasOwnName() {
        return false;
    }

    @Override
    public int searchRank() {
        return 11;
    }
}
