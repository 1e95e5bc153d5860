package org.mandateatlas.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document as its owner gave it.
 *
 * @param collection the collection that it is of
 * @param id its id
 * @param fact all that it says
 */
public record Document(String collection, String id, Fact fact) {

    /** Reads a document of a collection. */
    public static Document of(String collection, JsonNode json) {
        var fact = new Fact(json);
        return new Document(collection, fact.text("id", ""), fact);
    }

    /** Returns its name or title; a capacity and a participation are called after those whom they join. */
    public String name(Names names) {
        return switch (collection) {
            case "capacities" ->
                joined(": ", named(names, "institutions", "institution"), named(names, "functions", "function"));
            case "participations" -> participation(names);
            default -> Objects.requireNonNullElse(ownName(), id);
        };
    }

    /** Returns the name or title that the document itself carries; null when it has none. */
    public @Nullable String ownName() {
        String name = fact.text("name");
        return name == null ? fact.text("title") : name;
    }

    private String participation(Names names) {
        String who = fact.within("actor").text("name");
        String part = fact.text("role", "part") + " of "
                + Objects.requireNonNullElse(named(names, "processes", "process"), id);
        return joined(", ", who == null ? named(names, "institutions", "institution") : who, part);
    }

    private @Nullable String named(Names names, String of, String field) {
        String named = fact.text(field);
        return named == null ? null : names.of(of, named);
    }

    private String joined(String separator, @Nullable String... parts) {
        String text = Stream.of(parts).flatMap(Stream::ofNullable).collect(Collectors.joining(separator));
        return text.isEmpty() ? id : text;
    }
}
