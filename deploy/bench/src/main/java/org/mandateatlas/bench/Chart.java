package org.mandateatlas.bench;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A bar chart in SVG of how far the results of a part reach what is required. */
final class Chart {

    private static final int NAME = 460;
    private static final int UNIT = 200;
    private static final int LINE = 26;
    private static final int TOP = 52;
    private static final double LONGEST = 2;
    private static final String MET = "#2a7f62";
    private static final String NOT_MET = "#c2703d";

    private Chart() {}

    /** Draws the measurements that have a target; bars over twice the target are cut off there. */
    static String of(String part, List<Measurement> measurements) {
        var drawn = measurements.stream().filter(each -> each.figure() != null).toList();
        var width = NAME + LONGEST * UNIT + 120;
        var height = TOP + LINE * drawn.size() + 16;
        var svg = new StringBuilder(String.format(Locale.ROOT, """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$.0f" height="%2$d" viewBox="0 0 %1$.0f %2$d" \
            font-family="sans-serif" font-size="13">
            <title>Results of the part %3$s relative to what is required</title>
            <rect width="%1$.0f" height="%2$d" fill="#ffffff"/>
            <text x="12" y="24" font-size="16" font-weight="bold">%3$s: result relative to the requirement</text>
            <text x="%4$d" y="44" text-anchor="middle" fill="#555555">required</text>
            """, width, height, escape(part), NAME + UNIT));
        for (var i = 0; i < drawn.size(); i++) {
            draw(svg, drawn.get(i), TOP + i * LINE);
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$d\" x2=\"%1$d\" y1=\"48\" y2=\"%2$d\" stroke=\"#222222\" stroke-dasharray=\"4 3\"/>%n",
                NAME + UNIT,
                height - 12));
        return svg.append("</svg>\n").toString();
    }

    private static void draw(StringBuilder svg, Measurement each, int y) {
        var target = Objects.requireNonNull(each.target());
        var figure = Objects.requireNonNull(each.figure());
        var reached = target.least() ? figure / target.required() : figure > 0 ? target.required() / figure : LONGEST;
        var length = Math.clamp(reached, 0, LONGEST) * UNIT;
        var reference = each.reference();
        var name = reference == null || !target.ratio() ? each.measure() : each.measure() + " / " + reference.name();
        svg.append(String.format(
                Locale.ROOT,
                """
                <text x="%d" y="%d" text-anchor="end">%s</text>
                <rect x="%d" y="%d" width="%.1f" height="16" fill="%s"/>
                <text x="%.1f" y="%d">%s</text>
                """,
                NAME - 8,
                y + 13,
                escape(name),
                NAME,
                y,
                length,
                target.isMetBy(figure) ? MET : NOT_MET,
                NAME + length + 6,
                y + 13,
                escape(Measurement.figure(figure) + (target.ratio() ? "" : " " + each.unit()))));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
