package org.mandateatlas.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xml.sax.InputSource;

/** Characters of documents and parameters can be written in every format. */
class CharactersTest {

    @Property(tries = 300)
    void anXmlParserReadsEveryTextBack(@ForAll String text) throws Exception {
        if (Characters.areText(text)) {
            var xml = "<t>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</t>";
            var read = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            assertEquals(text, read.getDocumentElement().getTextContent());
        }
    }

    @Property(tries = 300)
    void aLineIsAText(@ForAll String text) {
        assertTrue(!Characters.areLine(text) || Characters.areText(text));
    }

    @Example
    void everyScriptIsText() {
        for (var text : List.of("", "Łódź", "移民", "ไทย", "👩‍🚀", "a\u2028b", "\uFFFD", "\uE000")) {
            assertTrue(Characters.areText(text), text);
            assertTrue(Characters.areLine(text), text);
        }
    }

    @Example
    void linesAndTabsAreTextButNotALine() {
        assertTrue(Characters.areText("a\n\tb"));
        assertFalse(Characters.areLine("a\nb"));
        assertFalse(Characters.areLine("a\tb"));
    }

    @Example
    void whatSomeFormatCannotRepresentIsNeither() {
        for (var text : List.of(
                "\0",
                "\u0001",
                "\b",
                "\u000B",
                "\f",
                "\r",
                "\u001F",
                "\u007F",
                "\u0085",
                "\uFFFE",
                "\uFFFF",
                "\uFDD0",
                "\uFDEF",
                "\uD83F\uDFFE",
                "\uDBFF\uDFFF",
                "\uD800",
                "\uDC00",
                "\uDC00\uD800")) {
            assertFalse(Characters.areText("a" + text), text);
            assertFalse(Characters.areLine(text + "a"), text);
        }
    }
}
