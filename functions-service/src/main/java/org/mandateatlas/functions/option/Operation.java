package org.mandateatlas.functions.option;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.Reference;

/** An operation of a policy option or a simulation. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "create-institution", value = CreateInstitution.class),
    @JsonSubTypes.Type(name = "end-institution", value = EndInstitution.class),
    @JsonSubTypes.Type(name = "transfer-mandates", value = TransferMandates.class),
    @JsonSubTypes.Type(name = "grant-mandate", value = GrantMandate.class),
    @JsonSubTypes.Type(name = "assign-capacity", value = AssignCapacity.class),
    @JsonSubTypes.Type(name = "set-lead", value = SetLead.class),
    @JsonSubTypes.Type(name = "set-un-status", value = SetUnStatus.class)
})
@Schema(
        description = "An operation of a policy option or simulation; `type` selects the schema.",
        oneOf = {
            CreateInstitution.class,
            EndInstitution.class,
            TransferMandates.class,
            GrantMandate.class,
            AssignCapacity.class,
            SetLead.class,
            SetUnStatus.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "create-institution", schema = CreateInstitution.class),
            @DiscriminatorMapping(value = "end-institution", schema = EndInstitution.class),
            @DiscriminatorMapping(value = "transfer-mandates", schema = TransferMandates.class),
            @DiscriminatorMapping(value = "grant-mandate", schema = GrantMandate.class),
            @DiscriminatorMapping(value = "assign-capacity", schema = AssignCapacity.class),
            @DiscriminatorMapping(value = "set-lead", schema = SetLead.class),
            @DiscriminatorMapping(value = "set-un-status", schema = SetUnStatus.class)
        })
public sealed interface Operation
        permits CreateInstitution,
                EndInstitution,
                TransferMandates,
                GrantMandate,
                AssignCapacity,
                SetLead,
                SetUnStatus {

    /** Returns its type. */
    OperationKind type();

    /** Returns the reason in our own words, or null. */
    @Nullable String note();

    /**
     * Reports violations of the rules of operations, after the rules of all records have been checked.
     *
     * @param pointer JSON pointer of the operation
     */
    void check(String pointer, Violations violations);

    /**
     * Returns the institutions and functions in the operation, including a created institution.
     *
     * @param pointer JSON pointer of the operation
     */
    List<Reference> names(String pointer);
}
