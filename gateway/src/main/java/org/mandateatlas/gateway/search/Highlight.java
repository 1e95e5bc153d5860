package org.mandateatlas.gateway.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mandateatlas.gateway.page.HtmlPage;

/** Shows where in a text the typed words begin words of it: HTML in which only they are marked. */
final class Highlight {

    private static final int LONGEST = 240;
    private static final int BEFORE = 80;

    private Highlight() {}

    /** Returns the text, or the piece of it around what was found if it is long. */
    static String of(Typed typed, Passage passage) {
        String text = passage.text();
        List<Word> marked = marked(typed, passage);
        int from = 0;
        int to = text.length();
        if (to > LONGEST) {
            from = marked.isEmpty()
                    ? 0
                    : beginningOfWord(text, Math.max(0, marked.getFirst().start() - BEFORE));
            to = endOfWord(text, Math.min(text.length(), from + LONGEST));
        }
        var html = new StringBuilder(from > 0 ? "…" : "");
        int done = from;
        for (Word word : marked) {
            if (word.start() >= done && word.end() <= to) {
                html.append(HtmlPage.escape(text.substring(done, word.start())))
                        .append("<em>")
                        .append(HtmlPage.escape(text.substring(word.start(), word.end())))
                        .append("</em>");
                done = word.end();
            }
        }
        return html.append(HtmlPage.escape(text.substring(done, to)))
                .append(to < text.length() ? "…" : "")
                .toString();
    }

    /** Of words that overlap, as one and the joined form of it, the longest is marked. */
    private static List<Word> marked(Typed typed, Passage passage) {
        var marked = new ArrayList<Word>();
        passage.words().stream()
                .filter(word -> typed.beginningOf(word).isPresent())
                .sorted(Comparator.comparingInt(Word::start).thenComparing(Word::end, Comparator.reverseOrder()))
                .filter(word ->
                        marked.isEmpty() || word.start() >= marked.getLast().end())
                .forEach(marked::add);
        return marked;
    }

    private static int beginningOfWord(String text, int at) {
        int space = text.lastIndexOf(' ', at);
        return at == 0 || space < 0 ? 0 : space + 1;
    }

    private static int endOfWord(String text, int at) {
        int space = text.indexOf(' ', at);
        return space < 0 ? text.length() : space;
    }
}
