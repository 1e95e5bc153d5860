package org.mandateatlas.gateway.changes;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.ChangeEvent;
import org.mandateatlas.feed.EventBatch;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.edge.Compression;
import org.mandateatlas.gateway.edge.PublicAddress;
import org.mandateatlas.gateway.page.ContentNegotiation;
import org.mandateatlas.gateway.request.Parameters;

/** The last changes of mandates as an Atom feed (RFC 4287), newest first, for the feed readers of people. */
@Singleton
class MandatesAtom {

    private static final int ORDER = 50;
    private static final String PATH = Changes.PATH + ".atom";
    private static final String STREAM = "mandate";
    private static final int ENTRIES = 50;
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final ContentNegotiation FORMS = new ContentNegotiation("application/atom+xml");

    private final Feed feed;

    MandatesAtom(Feed feed) {
        this.feed = feed;
    }

    void register(@Observes Router router) {
        router.route(PATH).order(ORDER).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (FORMS.choose(context) == null) {
            return;
        }
        Parameters.of(context, Set.of(), Set.of());
        Position head = feed.head();
        feed.read(head.with(STREAM, Math.max(0, head.of(STREAM) - ENTRIES)), ENTRIES)
                .onSuccess(slice -> send(context, slice))
                .onFailure(context::fail);
    }

    private static void send(RoutingContext context, EventBatch slice) {
        List<ChangeEvent> events = slice.entries().stream()
                .map(Entry::event)
                .filter(event -> event.stream().equals(STREAM))
                .toList()
                .reversed();
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/atom+xml;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(Position.HEADER, slice.position().toString());
        Compression.allow(context.response().headers());
        context.response().end(document(PublicAddress.of(context.request()), events));
    }

    private static Buffer document(PublicAddress address, List<ChangeEvent> events) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", address.link(PATH));
            element(xml, "title", "Mandate Atlas: changes of mandates");
            element(
                    xml,
                    "updated",
                    events.isEmpty()
                            ? "1970-01-01T00:00:00Z"
                            : events.getFirst().recordedAt().toString());
            link(xml, "self", address.link(PATH));
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
        return Buffer.buffer(text.toString());
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
                                .filter(MandatesAtom::isOfXml)
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
