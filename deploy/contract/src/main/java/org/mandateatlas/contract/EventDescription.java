package org.mandateatlas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The event description: a frame, and for each stream a channel, and for each of its event types a message and a schema. The
 * schemas of documents are those of the API description. Schemas are flat and titled, so that generated models are, too.
 */
final class EventDescription {

    private static final String REFERENCE = "$ref";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final List<String> SHARED = List.of("ChangeEvent", "ChangesPage", "ChangeData", "PatchOperation");
    private static final List<String> DEFAULT_CHANGES =
            List.of("created", "changed", "ended", "corrected", "retracted", "restored");
    private static final Map<String, List<String>> CHANGES = Map.of(
            "mandate",
            List.of("established", "amended", "transferred", "ended", "corrected", "retracted", "restored"),
            "participation",
            List.of("joined", "left", "changed", "corrected", "retracted", "restored"));
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("created", "The document was created."),
            Map.entry("established", "The mandate was created."),
            Map.entry("joined", "The participation was created."),
            Map.entry("changed", "The world changed, and the document with it."),
            Map.entry("amended", "The mandate was amended."),
            Map.entry("transferred", "The mandate was transferred to another institution."),
            Map.entry("ended", "The end of the validity was recorded."),
            Map.entry("left", "The end of the participation was recorded."),
            Map.entry("corrected", "The document was corrected; the world did not change."),
            Map.entry("retracted", "The document was retracted."),
            Map.entry("restored", "The retracted document was restored."));

    private final ObjectNode description;
    private final JsonNode schemasOfApi;

    private EventDescription(ObjectNode description, JsonNode schemasOfApi) {
        this.description = description;
        this.schemasOfApi = schemasOfApi;
    }

    static ObjectNode of(ObjectNode frame, Map<String, String> collectionsByStream, ObjectNode api) {
        var events = new EventDescription(frame.deepCopy(), api.at("/components/schemas"));
        SHARED.forEach(events::addSchema);
        collectionsByStream.forEach((stream, collection) -> events.add(stream, collection, document(api, collection)));
        events.addTitles();
        return events.description;
    }

    /** Returns the name of the schema of a collection's documents: that of the items of a page. */
    private static String document(ObjectNode api, String collection) {
        var page = api.at("/paths/~1v1~1" + collection + "/get/responses/200/content/application~1json/schema/$ref")
                .asText();
        var document = page.isEmpty()
                ? ""
                : api.at(page.substring(1) + "/properties/items/items/$ref").asText();
        if (document.isEmpty()) {
            throw new IllegalStateException("The API description has no page of /v1/" + collection);
        }
        return document.substring(SCHEMAS.length());
    }

    private void add(String stream, String collection, String document) {
        addDocument(document);
        ObjectNode channel = object("/channels").putObject(name(stream) + "Changes");
        channel.put("address", "atlas." + stream + ".v1")
                .put("title", "Changes of " + words(collection))
                .put("description", "One partition. The key of a record is the id of the document.");
        channel.putArray("servers").addObject().put(REFERENCE, "#/servers/kafka");
        ObjectNode messages = channel.putObject("messages");
        for (String change : CHANGES.getOrDefault(stream, DEFAULT_CHANGES)) {
            String name = name(stream) + name(change);
            schemas().set(name, change(document, change));
            object("/components/messages").set(name, message(stream, name, change));
            messages.putObject(name).put(REFERENCE, "#/components/messages/" + name);
        }
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", "atlas." + stream + ".v1").put("partitions", 1);
        ObjectNode settings = kafka.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add("delete");
        settings.put("retention.ms", -1);
        kafka.put("bindingVersion", "0.5.0");
        addOperation(stream, collection);
    }

    private void addOperation(String stream, String collection) {
        ObjectNode operation = object("/operations").putObject("publish" + name(stream) + "Changes");
        operation
                .put("action", "send")
                .put("title", "Publish changes of " + words(collection))
                .put("summary", "Publishes committed changes in order, at least once.");
        operation.putObject("channel").put(REFERENCE, "#/channels/" + name(stream) + "Changes");
        operation.putArray("tags").addObject().put("name", "kafka");
    }

    private ObjectNode message(String stream, String name, String change) {
        ObjectNode message = description.objectNode();
        message.put("name", "org.mandateatlas." + stream + "." + change + ".v1")
                .put("title", capitalized(words(stream)) + " " + change)
                .put("summary", meaning(change))
                .put("contentType", "application/json");
        message.putObject("headers").put(REFERENCE, SCHEMAS + "KafkaHeaders");
        message.putObject("payload").put(REFERENCE, SCHEMAS + name);
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", "Id of the document.");
        kafka.put("bindingVersion", "0.5.0");
        return message;
    }

    private static String meaning(String change) {
        return Objects.requireNonNull(MEANINGS.get(change), change);
    }

    /** Returns the schema of the data of an event: that of all changes, with what is certain of this type. */
    private ObjectNode change(String document, String change) {
        ObjectNode schema = schemas().withObject("/ChangeData").deepCopy();
        schema.put("description", meaning(change));
        ObjectNode properties = schema.withObject("/properties");
        properties.withObject("/change").put("const", change).remove("examples");
        if (change.equals("corrected")) {
            properties.withObject("/correction").put("const", true);
        }
        boolean isCreated =
                Set.of("created", "established", "joined", "restored").contains(change);
        set(properties, "document", change.equals("retracted") ? null : document);
        set(properties, "previous", isCreated ? null : document);
        return schema;
    }

    /** Sets the schema of a document, null for none. */
    private static void set(ObjectNode properties, String name, @Nullable String document) {
        if (document == null) {
            String text = properties.path(name).path("description").asText();
            properties.putObject(name).put("type", "null").put("description", text);
        } else {
            properties.putObject(name).put(REFERENCE, SCHEMAS + document);
        }
    }

    private static String name(String slug) {
        return Stream.of(slug.split("-", -1)).map(EventDescription::capitalized).collect(Collectors.joining());
    }

    private static String words(String slug) {
        return slug.replace('-', ' ');
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void addTitles() {
        schemas().properties().forEach(schema -> {
            ((ObjectNode) schema.getValue()).put("title", schema.getKey());
            addTitles(schema.getKey(), schema.getValue());
        });
    }

    /** Generators name a model after its title. An inline enum with one value is a constant, which needs no model. */
    private static void addTitles(String parent, JsonNode schema) {
        for (var property : schema.path("properties").properties()) {
            String title = parent + capitalized(property.getKey());
            for (JsonNode part :
                    List.of(property.getValue(), property.getValue().path("items"))) {
                if (part instanceof ObjectNode inline && inline.path("enum").size() == 1) {
                    inline.set("const", inline.remove("enum").get(0));
                } else if (part instanceof ObjectNode inline
                        && (inline.has("enum") || inline.has("properties"))
                        && !inline.has("title")) {
                    inline.put("title", title);
                }
                addTitles(title, part);
            }
        }
    }

    /** Adds the schema of a document in events: all fields are present except the status, which depends on the date of the request. */
    private void addDocument(String name) {
        ObjectNode document = addSchema(name);
        ObjectNode properties = document.withObject("/properties");
        properties.remove("status");
        ArrayNode required = document.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
    }

    private ObjectNode addSchema(String name) {
        if (schemas().get(name) instanceof ObjectNode known) {
            return known;
        }
        if (!(schemasOfApi.get(name) instanceof ObjectNode schema)) {
            throw new IllegalStateException("The API description has no schema " + name);
        }
        ObjectNode copy = schema.deepCopy();
        schemas().set(name, copy);
        removeOpenApiKeywords(copy);
        for (String reference : copy.findValuesAsText(REFERENCE)) {
            String next = reference.substring(SCHEMAS.length());
            if (!next.equals("Status")) {
                addSchema(next);
            }
        }
        return copy;
    }

    /** Removes keywords that JSON Schema does not have or that mean nothing for events. */
    private static void removeOpenApiKeywords(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("discriminator");
            object.properties().removeIf(keyword -> keyword.getKey().startsWith("x-"));
            if (object.path("readOnly").isBoolean()) {
                object.remove("readOnly");
            }
        }
        node.forEach(EventDescription::removeOpenApiKeywords);
    }

    private ObjectNode schemas() {
        return object("/components/schemas");
    }

    private ObjectNode object(String place) {
        return description.withObject(place);
    }
}
