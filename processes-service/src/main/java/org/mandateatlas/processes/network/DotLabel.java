package org.mandateatlas.processes.network;

import java.util.regex.Pattern;

/**
 * Escapes a text for a DOT label, in which Graphviz replaces sequences that begin with a backslash and character entities. Quotes are
 * escaped by the exporter.
 */
final class DotLabel {

    private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w+;)");

    /** A backslash before the closing quote, which some parsers take for an escaped quote. */
    private static final String LAST_BACKSLASH = "&#92;&#92;";

    private DotLabel() {}

    /** Returns the label that shows the text. */
    static String of(String text) {
        var escaped = ENTITY.matcher(text).replaceAll("&amp;").replace("\\", "\\\\");
        return escaped.endsWith("\\") ? escaped.substring(0, escaped.length() - 2) + LAST_BACKSLASH : escaped;
    }
}
