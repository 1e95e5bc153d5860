package org.mandateatlas.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The description of all events: a frame that is written by hand, and for each stream a channel, a message and a schema of each
 * type of event. What a document looks like, the description of the API says.
 */
final class EventDescription {

    private static final String REFERENCE = "$ref";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final List<String> SHARED = List.of("ChangeEvent", "ChangesPage", "ChangeData", "PatchOperation");
    private static final List<String> USUAL =
            List.of("created", "changed", "ended", "corrected", "retracted", "restored");
    private static final Map<String, List<String>> WORDS = Map.of(
            "mandate",
            List.of("established", "amended", "transferred", "ended", "corrected", "retracted", "restored"),
            "participation",
            List.of("joined", "left", "changed", "corrected", "retracted", "restored"));
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("created", "It entered the registry."),
            Map.entry("established", "The mandate entered the registry."),
            Map.entry("joined", "Somebody takes part."),
            Map.entry("changed", "Something of it changed in the world."),
            Map.entry("amended", "Something of the mandate changed in the world."),
            Map.entry("transferred", "The mandate passed to another institution."),
            Map.entry("ended", "It came to its end in the world, or its end became known."),
            Map.entry("left", "Somebody takes part no longer."),
            Map.entry("corrected", "Our knowledge of it was put right; the world did not change."),
            Map.entry("retracted", "It is not so, and was taken back."),
            Map.entry("restored", "It was taken back, and is so after all."));

    private final ObjectNode description;
    private final JsonNode shapes;

    private EventDescription(ObjectNode description, JsonNode shapes) {
        this.description = description;
        this.shapes = shapes;
    }

    static ObjectNode of(ObjectNode frame, ObjectNode streams, ObjectNode api) {
        var events = new EventDescription(frame.deepCopy(), api.at("/components/schemas"));
        SHARED.forEach(events::addShape);
        streams.properties().forEach(stream -> events.add(stream.getKey(), stream.getValue()));
        return events.description;
    }

    private void add(String stream, JsonNode told) {
        String document = told.path("document").asText();
        String any = "org.mandateatlas." + stream + ".v1";
        addDocument(document);
        schemas().set(any, anyChange(document));
        ObjectNode channel = object("/channels").putObject(stream);
        channel.put("address", "atlas." + stream + ".v1")
                .put("title", "Changes of " + told.path("collection").asText())
                .put("description", "One partition; the key of a record is the id of the document.");
        channel.putArray("servers").addObject().put(REFERENCE, "#/servers/kafka");
        ObjectNode messages = channel.putObject("messages");
        for (String word : WORDS.getOrDefault(stream, USUAL)) {
            String type = "org.mandateatlas." + stream + "." + word + ".v1";
            schemas().set(type, oneChange(any, document, word));
            object("/components/messages").set(type, message(stream, type, word));
            messages.putObject(type).put(REFERENCE, "#/components/messages/" + type);
        }
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", "atlas." + stream + ".v1").put("partitions", 1);
        ObjectNode settings = kafka.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add("delete");
        settings.put("retention.ms", -1);
        kafka.put("bindingVersion", "0.5.0");
        addOperation(stream, told);
    }

    private void addOperation(String stream, JsonNode told) {
        ObjectNode operation = object("/operations").putObject("publish-" + stream);
        operation
                .put("action", "send")
                .put("title", "Publish changes of " + told.path("collection").asText())
                .put("summary", "Publishes each change once it is committed, in order.");
        operation.putObject("channel").put(REFERENCE, "#/channels/" + stream);
        operation.putArray("tags").addObject().put("name", "kafka");
    }

    private ObjectNode message(String stream, String type, String word) {
        ObjectNode message = description.objectNode();
        message.put("name", type)
                .put("title", stream + " " + word)
                .put("summary", meaning(word))
                .put("contentType", "application/json");
        message.putObject("headers").put(REFERENCE, SCHEMAS + "KafkaHeaders");
        message.putObject("payload").put(REFERENCE, SCHEMAS + type);
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", "Id of the document.");
        kafka.put("bindingVersion", "0.5.0");
        return message;
    }

    private static String meaning(String word) {
        return Objects.requireNonNull(MEANINGS.get(word), word);
    }

    /** What every event of a stream tells: its documents are of the stream's kind. */
    private ObjectNode anyChange(String document) {
        ObjectNode schema = description.objectNode();
        schema.put("description", "A change of a document of the kind " + document + ", whatever happened.");
        ArrayNode parts = schema.putArray("allOf");
        parts.addObject().put(REFERENCE, SCHEMAS + "ChangeData");
        ObjectNode properties = parts.addObject().putObject("properties");
        for (String place : List.of("document", "previous")) {
            ArrayNode choice = properties.putObject(place).putArray("anyOf");
            choice.addObject().put(REFERENCE, SCHEMAS + document);
            choice.addObject().put("type", "null");
        }
        return schema;
    }

    private ObjectNode oneChange(String any, String document, String word) {
        ObjectNode schema = description.objectNode();
        schema.put("description", meaning(word));
        ArrayNode parts = schema.putArray("allOf");
        parts.addObject().put(REFERENCE, SCHEMAS + any);
        ObjectNode properties = parts.addObject().putObject("properties");
        properties.putObject("change").put("const", word);
        if (word.equals("corrected")) {
            properties.putObject("correction").put("const", true);
        }
        switch (word) {
            case "created", "established", "joined", "restored" -> {
                properties.putObject("document").put(REFERENCE, SCHEMAS + document);
                properties.putObject("previous").put("type", "null");
            }
            case "retracted" -> {
                properties.putObject("document").put("type", "null");
                properties.putObject("previous").put(REFERENCE, SCHEMAS + document);
            }
            default -> {
                properties.putObject("document").put(REFERENCE, SCHEMAS + document);
                properties.putObject("previous").put(REFERENCE, SCHEMAS + document);
            }
        }
        return schema;
    }

    /** A document in an event has all its fields, but not the status, which depends on the day of asking. */
    private void addDocument(String name) {
        ObjectNode document = addShape(name);
        ObjectNode properties = document.withObject("/properties");
        properties.remove("status");
        ArrayNode required = document.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
    }

    private ObjectNode addShape(String name) {
        if (schemas().get(name) instanceof ObjectNode known) {
            return known;
        }
        if (!(shapes.get(name) instanceof ObjectNode shape)) {
            throw new IllegalStateException("The API describes no " + name);
        }
        ObjectNode copy = shape.deepCopy();
        schemas().set(name, copy);
        leaveOutWhatIsOfTheApi(copy);
        for (String reference : copy.findValuesAsText(REFERENCE)) {
            String next = reference.substring(SCHEMAS.length());
            if (!next.equals("Status")) {
                addShape(next);
            }
        }
        return copy;
    }

    /** OpenAPI knows words that JSON Schema does not, and events are only read. */
    private static void leaveOutWhatIsOfTheApi(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("discriminator");
            if (object.path("readOnly").isBoolean()) {
                object.remove("readOnly");
            }
        }
        node.forEach(EventDescription::leaveOutWhatIsOfTheApi);
    }

    private ObjectNode schemas() {
        return object("/components/schemas");
    }

    private ObjectNode object(String place) {
        return description.withObject(place);
    }
}
