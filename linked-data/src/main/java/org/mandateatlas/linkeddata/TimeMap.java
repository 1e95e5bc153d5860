package org.mandateatlas.linkeddata;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mandateatlas.edge.PublicAddress;

/**
 * The versions of a document as links (RFC 7089, section 5).
 *
 * @param address the public address
 * @param document collection and id of the document, with a slash between
 * @param versions the versions, the oldest first
 */
record TimeMap(PublicAddress address, String document, List<Version> versions) {

    static final String MEDIA_TYPE = "application/link-format";

    /** Maximum number of versions on a page. */
    static final int PAGE_SIZE = 500;

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** A version, and when it was recorded. */
    record Version(int number, Instant recordedAt) {

        String datetime() {
            return HTTP_DATE.format(recordedAt.atOffset(ZoneOffset.UTC));
        }
    }

    /** Returns the number of pages. */
    int pages() {
        return Math.max(1, (versions.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** Returns a page, counted from 1: the links to the document, to itself, to the other pages and to its versions. */
    String page(int number) {
        var links = new ArrayList<String>();
        links.add(link("/v1/" + document, "original timegate", ""));
        links.add(map(number, "self"));
        for (var other = 1; other <= pages(); other++) {
            if (other != number) {
                links.add(map(other, "timemap"));
            }
        }
        var first = first(number);
        var shown = versions(number);
        for (var i = 0; i < shown.size(); i++) {
            links.add(memento(shown.get(i), first + i));
        }
        return String.join(",\n", links) + "\n";
    }

    private String map(int page, String relation) {
        var shown = versions(page);
        var span = shown.isEmpty()
                ? ""
                : "; from=\"" + shown.getFirst().datetime() + "\"; until=\""
                        + shown.getLast().datetime() + '"';
        var path = "/timemap/" + document + (page == 1 ? "" : "?page=" + page);
        return link(path, relation, "; type=\"" + MEDIA_TYPE + '"' + span);
    }

    private String memento(Version version, int index) {
        var relation = new ArrayList<String>();
        if (index == 0) {
            relation.add("first");
        }
        if (index == versions.size() - 1) {
            relation.add("last");
        }
        relation.add("memento");
        return link(
                "/v1/" + document + "/versions/" + version.number(),
                String.join(" ", relation),
                "; datetime=\"" + version.datetime() + '"');
    }

    private String link(String path, String relation, String attributes) {
        return "<" + address.link(path) + ">; rel=\"" + relation + '"' + attributes;
    }

    private List<Version> versions(int page) {
        return versions.subList(first(page), Math.min(versions.size(), first(page) + PAGE_SIZE));
    }

    private static int first(int page) {
        return (page - 1) * PAGE_SIZE;
    }
}
