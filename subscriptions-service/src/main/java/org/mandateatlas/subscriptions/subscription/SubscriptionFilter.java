package org.mandateatlas.subscriptions.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.Schema.False;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.feed.ChangeFilter;

/**
 * The changes that a subscription selects. Every list that is not empty must match.
 *
 * @param types event types; {@code *} matches any characters
 * @param streams names of streams
 * @param institutions ids of institutions that the event concerns
 * @param functions ids of functions that the event concerns
 * @param subjects ids of documents
 */
@Schema(
        description = "The changes to deliver. Every list that is not empty must match.",
        additionalProperties = False.class)
public record SubscriptionFilter(
        @Schema(
                description = "Event types; `*` matches any characters, at most three times.",
                maxItems = 100,
                examples = "[\"org.mandateatlas.mandate.*\"]")
        List<String> types,

        @Schema(description = "Names of streams.", maxItems = 100)
        List<String> streams,

        @Schema(
                description = "Ids of institutions that the document is, refers to or referred to.",
                maxItems = 100,
                examples = "[\"iom\"]")
        List<String> institutions,

        @Schema(
                description = "Ids of functions that the document is, refers to or referred to.",
                maxItems = 100,
                examples = "[\"coordination\"]")
        List<String> functions,

        @Schema(description = "Ids of documents.", maxItems = 100, examples = "[\"iom-forum\"]")
        List<String> subjects) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Selects every change. */
    public static final SubscriptionFilter ALL =
            new SubscriptionFilter(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Creates a filter; a list that is absent selects everything. */
    public SubscriptionFilter(
            @Nullable List<String> types,
            @Nullable List<String> streams,
            @Nullable List<String> institutions,
            @Nullable List<String> functions,
            @Nullable List<String> subjects) {
        this.types = Objects.requireNonNullElse(types, List.of());
        this.streams = Objects.requireNonNullElse(streams, List.of());
        this.institutions = Objects.requireNonNullElse(institutions, List.of());
        this.functions = Objects.requireNonNullElse(functions, List.of());
        this.subjects = Objects.requireNonNullElse(subjects, List.of());
    }

    /** Returns the filter of the feed. */
    public ChangeFilter changes() {
        return ChangeFilter.of(types, streams, institutions, functions, subjects);
    }

    /** Parses the stored form. */
    public static SubscriptionFilter parse(String json) {
        try {
            return MAPPER.readValue(json, SubscriptionFilter.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the stored form. */
    String stored() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
