package org.mandateatlas.gateway.changes;

import io.vertx.core.json.JsonObject;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.feed.ChangeEvent;
import org.mandateatlas.gateway.http.PublicAddress;

/** The Atom document (RFC 4287) of changes of mandates. */
final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private AtomFeed() {}

    /** Renders the events, newest first. */
    static String document(PublicAddress address, List<ChangeEvent> events) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", address.link(AtomFeedResource.PATH));
            element(xml, "title", "Mandate Atlas: changes of mandates");
            element(
                    xml,
                    "updated",
                    events.isEmpty()
                            ? "1970-01-01T00:00:00Z"
                            : events.getFirst().recordedAt().toString());
            link(xml, "self", address.link(AtomFeedResource.PATH));
            link(xml, "alternate", address.link("/v1/mandates"));
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

    private static void entry(XMLStreamWriter xml, PublicAddress address, ChangeEvent event) throws XMLStreamException {
        var data = new JsonObject(event.data());
        JsonObject document = data.getJsonObject("document");
        JsonObject told = document == null ? data.getJsonObject("previous", new JsonObject()) : document;
        xml.writeStartElement("entry");
        element(xml, "id", "tag:mandateatlas.org,2026:" + event.id());
        element(
                xml,
                "title",
                data.getString("change") + ": " + told.getString("title", event.subject()) + " ("
                        + told.getString("institution", "") + ")");
        element(xml, "updated", event.recordedAt().toString());
        link(xml, "alternate", address.link("/v1/mandates/" + event.subject() + "/history"));
        xml.writeStartElement("author");
        element(xml, "name", data.getString("actor"));
        xml.writeEndElement();
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", event.type());
        String note = data.getString("note");
        element(xml, "summary", (note == null ? "" : clean(note) + " ") + told.getString("text", ""));
        xml.writeEndElement();
    }

    private static String clean(String note) {
        return note.endsWith(".") ? note : note + ".";
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
