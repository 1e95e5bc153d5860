package org.mandateatlas.gateway.changes;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.feed.ChangeEvent;
import org.mandateatlas.gateway.rest.HtmlPage;

/**
 * A page of the changes of a collection as an Atom document (RFC 4287, paged as in RFC 5005).
 *
 * @param stream the stream, such as {@code mandate}
 * @param collection its collection, such as {@code mandates}
 * @param events the changes, newest first
 * @param self URL of the page
 * @param older URL of the page of older changes; null if there are none
 */
record AtomFeed(
        String stream,
        String collection,
        List<ChangeEvent> events,
        String self,
        @Nullable String older) {

    private static final Pattern NOT_OF_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final String TAG = "tag:mandateatlas.org,2026:";

    /** Returns when the newest of the changes was recorded. */
    Instant updated() {
        return events.isEmpty() ? Instant.EPOCH : events.getFirst().recordedAt();
    }

    /** Renders the document. */
    String document(PublicAddress address, String path) {
        var links = link("self", self)
                + link("first", address.link(path))
                + link("alternate", address.link("/v1/" + collection))
                + (older == null ? "" : link("next", older));
        var entries = events.stream().map(event -> entry(address, event)).collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom">
                <id>%schanges/%s</id>
                <title>Mandate Atlas: changes of %s</title>
                <updated>%s</updated>
                %s%s</feed>
                """.formatted(TAG, stream, collection, updated(), links, entries);
    }

    private String entry(PublicAddress address, ChangeEvent event) {
        var data = new JsonObject(event.data());
        var history = address.link(event.source() + "/" + event.subject() + "/history");
        return """
                <entry>
                <id>%s</id>
                <title>%s</title>
                <updated>%s</updated>
                %s<author><name>%s</name></author>
                <category term="%s"/>
                <summary>%s</summary>
                </entry>
                """.formatted(
                        TAG + escape(event.id()),
                        escape(title(event, data)),
                        event.recordedAt(),
                        link("alternate", history),
                        escape(Objects.toString(data.getString("actor"), "")),
                        escape(event.type()),
                        escape(summary(event, data)));
    }

    private static String link(String relation, String address) {
        return "<link rel=\"%s\" href=\"%s\"/>\n".formatted(relation, escape(address));
    }

    /** Every document has a title or a name; a retracted one had it before. */
    private static String title(ChangeEvent event, JsonObject data) {
        var document = data.getJsonObject("document", data.getJsonObject("previous"));
        var name = Stream.of("title", "name")
                .map(field -> document == null ? null : document.getValue(field))
                .filter(String.class::isInstance)
                .findFirst()
                .orElse(event.subject());
        var institutions =
                String.join(", ", event.institutions().stream().sorted().toList());
        return data.getString("change") + ": " + name + (institutions.isEmpty() ? "" : " (" + institutions + ")");
    }

    private String summary(ChangeEvent event, JsonObject data) {
        var name = stream.replace('-', ' ');
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + ' ' + event.subject()
                + ", version " + data.getInteger("version")
                + (event.effective() == null ? "" : ", effective " + event.effective()) + '.'
                + (data.getString("note") == null ? "" : ' ' + data.getString("note"));
    }

    /** Escapes a text for XML, without the characters that XML does not allow. */
    private static String escape(String text) {
        return HtmlPage.escape(NOT_OF_XML.matcher(text).replaceAll(""));
    }
}
