package org.mandateatlas.gateway.changes;

import io.vertx.core.json.JsonObject;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.feed.ChangeEvent;
import org.mandateatlas.gateway.http.PublicAddress;

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

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String TAG = "tag:mandateatlas.org,2026:";

    /** Returns when the newest of the changes was recorded. */
    Instant updated() {
        return events.isEmpty() ? Instant.EPOCH : events.getFirst().recordedAt();
    }

    /** Renders the document. */
    String document(PublicAddress address, String path) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "id", TAG + "changes/" + stream);
            element(xml, "title", "Mandate Atlas: changes of " + collection);
            element(xml, "updated", updated().toString());
            link(xml, "self", self);
            link(xml, "first", address.link(path));
            link(xml, "alternate", address.link("/v1/" + collection));
            if (older != null) {
                link(xml, "next", older);
            }
            for (ChangeEvent event : events) {
                entry(xml, address, event);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, PublicAddress address, ChangeEvent event) throws XMLStreamException {
        var data = new JsonObject(event.data());
        xml.writeStartElement("entry");
        element(xml, "id", TAG + event.id());
        element(xml, "title", title(event, data));
        element(xml, "updated", event.recordedAt().toString());
        link(xml, "alternate", address.link(event.source() + "/" + event.subject() + "/history"));
        xml.writeStartElement("author");
        element(xml, "name", data.getString("actor"));
        xml.writeEndElement();
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", event.type());
        element(xml, "summary", summary(event, data));
        xml.writeEndElement();
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

    private static void element(XMLStreamWriter xml, String name, @Nullable String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(
                text == null
                        ? ""
                        : text.codePoints()
                                .filter(AtomFeed::isOfXml)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString());
        xml.writeEndElement();
    }

    private static boolean isOfXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }
}
