package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Tools that find and read documents. */
final class DocumentTools {

    private static final ToolArgument COLLECTION =
            ToolArgument.optional("collection", "Only this collection.").of(DocumentPages.COLLECTIONS);

    private static final ToolArgument REQUIRED_COLLECTION = ToolArgument.required("collection", "The collection.");

    private DocumentTools() {}

    static List<Tool> all() {
        return List.of(
                new Tool(
                        "find",
                        "Find documents by words",
                        "Searches names and texts of all collections and returns ids for the other tools."
                                + " Example: q=\"hague process\".",
                        List.of(
                                ToolArgument.required("q", "Words, names or abbreviations."),
                                COLLECTION,
                                ToolArgument.VALID_AT,
                                ToolArgument.KNOWN_AT,
                                ToolArgument.LIMIT,
                                ToolArgument.CURSOR),
                        DocumentTools::find),
                new Tool(
                        "list",
                        "List documents by field",
                        "Lists documents of a collection, filtered by the parameters of the API: mandates (institution,"
                                + " function, instrument), capacities (institution, function, level), participations"
                                + " (process, institution, role), meetings and outputs (process), processes (kind,"
                                + " participant), instruments (kind, inForceAt), institutions (kind, unStatus, identifier)."
                                + " Example: who chaired the Global Migration Group in March 2007?"
                                + " collection=participations,"
                                + " filters={\"process\":\"global-migration-group\",\"role\":\"chair\"}, validAt=2007-03-01.",
                        List.of(
                                REQUIRED_COLLECTION.of(DocumentPages.COLLECTIONS),
                                new ToolArgument(
                                        "filters",
                                        "Parameters and their values; an array for several.",
                                        ToolArgument.Type.OBJECT,
                                        false,
                                        List.of()),
                                ToolArgument.optional("fields", "Only these fields, separated by commas."),
                                ToolArgument.VALID_AT,
                                ToolArgument.KNOWN_AT,
                                ToolArgument.LIMIT,
                                ToolArgument.CURSOR),
                        DocumentTools::list),
                new Tool(
                        "read",
                        "Read one document",
                        "Returns one document with its sources, as it was valid on a date, known at an instant, or in an"
                                + " earlier version. Example: collection=institutions, id=iom, validAt=2004-12-31.",
                        List.of(
                                REQUIRED_COLLECTION.of(DocumentPages.COLLECTIONS),
                                ToolArgument.required("id", "The id."),
                                ToolArgument.optional("version", "Number of a version, from history."),
                                ToolArgument.optional("fields", "Only these fields, separated by commas."),
                                ToolArgument.VALID_AT,
                                ToolArgument.KNOWN_AT),
                        DocumentTools::read),
                new Tool(
                        "history",
                        "History of the record of a document",
                        "Lists the versions of a document: what was recorded when, by whom and why. Example:"
                                + " collection=mandates, id=iom-forum. For changes in the world use what_changed.",
                        List.of(
                                REQUIRED_COLLECTION.of(DocumentPages.COLLECTIONS),
                                ToolArgument.required("id", "The id."),
                                ToolArgument.KNOWN_AT,
                                ToolArgument.LIMIT,
                                ToolArgument.CURSOR),
                        DocumentTools::history));
    }

    private static ToolResult find(CallArguments arguments, ClientApi api) {
        var target = PathAndQuery.of("/v1/search")
                .with("limit", Integer.toString(arguments.limit()))
                .with(arguments, "q", "collection", "validAt", "knownAt", "cursor");
        var response = api.get(target);
        var items = DocumentPages.items(response);
        items.forEach(item -> item.put(
                "page",
                api.caller().origin()
                        + DocumentPages.page(
                                item.path("collection").asText(),
                                item.path("id").asText(),
                                arguments)));
        var page = PathAndQuery.of("/explorer/search").with(arguments, "q", "validAt", "knownAt");
        return new ToolResult(count(items.size(), "document") + " for \"" + arguments.required("q") + "\""
                        + DocumentPages.on(arguments) + ", best first:")
                .times(response, arguments)
                .list("items", items)
                .next(DocumentPages.cursor(response))
                .links(api.caller(), target.toString(), page.toString());
    }

    private static ToolResult list(CallArguments arguments, ClientApi api) {
        var collection = arguments.required("collection");
        var target = PathAndQuery.of("/v1/" + collection)
                .withAll(arguments.json("filters"))
                .with("include", "referenceNames")
                .with("limit", Integer.toString(arguments.limit()))
                .with(arguments, "fields", "validAt", "knownAt", "cursor");
        var response = api.get(target);
        var items = DocumentPages.items(response);
        var page = PathAndQuery.of("/explorer/" + (collection.equals("policy-options") ? "reforms" : collection))
                .with(arguments, "validAt", "knownAt");
        return new ToolResult(count(items.size(), collection)
                        + DocumentPages.on(arguments)
                        + (DocumentPages.cursor(response) == null ? ":" : ", and more:"))
                .times(response, arguments)
                .list("items", items)
                .put("names", response.path("referenceNames"))
                .say(names(response.path("referenceNames")))
                .next(DocumentPages.cursor(response))
                .links(api.caller(), target.toString(), page.toString());
    }

    private static ToolResult read(CallArguments arguments, ClientApi api) {
        var collection = arguments.required("collection");
        var id = PathAndQuery.segment(arguments.required("id"));
        var version = arguments.text("version");
        var path =
                "/v1/" + collection + '/' + id + (version == null ? "" : "/versions/" + PathAndQuery.segment(version));
        var target =
                PathAndQuery.of(path).with("include", "referenceNames").with(arguments, "fields", "validAt", "knownAt");
        var response = api.get(target);
        var names = response.path("referenceNames");
        var document = Compact.DOCUMENT.object(response);
        document.remove("referenceNames");
        var result = new ToolResult(collection + '/' + id + DocumentPages.on(arguments) + ": " + label(response))
                .times(response, arguments);
        document.properties().forEach(entry -> {
            if (entry.getValue() instanceof ArrayNode array) {
                result.say(entry.getKey() + ':');
                array.forEach(item -> result.say("- " + Outline.line(item)));
            } else {
                result.say(entry.getKey() + ": " + Outline.line(entry.getValue()));
            }
        });
        return result.put("document", document)
                .put("names", names)
                .links(api.caller(), target.toString(), DocumentPages.page(collection, id, arguments));
    }

    private static ToolResult history(CallArguments arguments, ClientApi api) {
        var collection = arguments.required("collection");
        var id = PathAndQuery.segment(arguments.required("id"));
        var slice = Slice.of(arguments);
        var target =
                PathAndQuery.of("/v1/" + collection + '/' + id + "/history").with(arguments, "knownAt");
        var response = api.get(target);
        var versions = StreamSupport.stream(response.path("items").spliterator(), false)
                .map(DocumentTools::version)
                .toList();
        return new ToolResult(count(versions.size(), "version") + " of " + collection + '/' + id + ':')
                .times(response, arguments)
                .page("items", slice, versions, response)
                .links(api.caller(), target.toString(), DocumentPages.page(collection, id, arguments));
    }

    /** The patch is left out, but not which fields it changes. */
    private static ObjectNode version(JsonNode entry) {
        var version = Compact.ITEM.object(entry);
        var changed = version.putArray("changed");
        entry.path("patch").forEach(operation -> {
            var path = operation.path("path").asText();
            changed.add(path.isEmpty() ? "all" : path);
        });
        version.set("at", entry.path("recordedAt"));
        version.remove("recordedAt");
        version.set("number", entry.path("version"));
        version.remove("version");
        return version;
    }

    private static String label(JsonNode document) {
        for (var field : List.of("name", "title", "text")) {
            if (document.hasNonNull(field)) {
                return Compact.cut(document.path(field).asText(), 120);
            }
        }
        return "";
    }

    private static String names(JsonNode names) {
        return names.isEmpty() ? "" : "Names: " + Outline.line(names);
    }

    /** Returns a number and what it counts. */
    static String count(int number, String noun) {
        return number + " " + (number == 1 || noun.endsWith("s") ? noun : Objects.requireNonNull(noun) + 's');
    }
}
