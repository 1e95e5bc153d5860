package org.mandateatlas.registry.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mandateatlas.registry.TextAnalyzer.Word;

/** A text as HTML in which only the words found are marked. */
final class Highlight {

    private static final int LONGEST = 240;
    private static final int BEFORE = 80;

    private Highlight() {}

    /** Returns the text, or if it is long the part around the first word found. */
    static String of(SearchPhrase phrase, Passage passage) {
        var text = passage.text();
        var marked = marked(phrase, passage);
        var from = 0;
        var to = text.length();
        if (to > LONGEST) {
            from = marked.isEmpty()
                    ? 0
                    : beginningOfWord(text, Math.max(0, marked.getFirst().start() - BEFORE));
            to = endOfWord(text, Math.min(text.length(), from + LONGEST));
        }
        var html = new StringBuilder(from > 0 ? "…" : "");
        var done = from;
        for (var word : marked) {
            if (word.start() >= done && word.end() <= to) {
                html.append(escape(text.substring(done, word.start())))
                        .append("<em>")
                        .append(escape(text.substring(word.start(), word.end())))
                        .append("</em>");
                done = word.end();
            }
        }
        return html.append(escape(text.substring(done, to)))
                .append(to < text.length() ? "…" : "")
                .toString();
    }

    /** Words that overlap, as a joined word and its parts, are marked as one. */
    private static List<Word> marked(SearchPhrase phrase, Passage passage) {
        var marked = new ArrayList<Word>();
        passage.words().stream()
                .filter(phrase::begins)
                .sorted(Comparator.comparingInt(Word::start))
                .forEach(word -> mark(marked, word));
        return marked;
    }

    private static void mark(List<Word> marked, Word word) {
        if (marked.isEmpty() || word.start() >= marked.getLast().end()) {
            marked.add(word);
        } else if (word.end() > marked.getLast().end()) {
            var overlapped = marked.removeLast();
            marked.add(new Word(overlapped.text(), overlapped.start(), word.end()));
        }
    }

    private static int beginningOfWord(String text, int at) {
        var space = text.lastIndexOf(' ', at);
        return at == 0 || space < 0 ? 0 : space + 1;
    }

    private static int endOfWord(String text, int at) {
        var space = text.indexOf(' ', at);
        return space < 0 ? text.length() : space;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
