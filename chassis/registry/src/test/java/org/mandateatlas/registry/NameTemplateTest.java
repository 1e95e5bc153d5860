package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Placeholders stand for the names of documents. */
class NameTemplateTest {

    private static final String TEXT =
            NameTemplate.placeholder("institution", "iom") + ", chair of " + NameTemplate.placeholder("process", "gmg");

    @Test
    void theDocumentsMentionedAreFound() {
        assertEquals(
                Set.of(Reference.to("institution", "iom"), Reference.to("process", "gmg")),
                NameTemplate.references(TEXT));
    }

    @Test
    void namesTakeThePlaceOfPlaceholders() {
        assertEquals(
                "$IOM, chair of gmg",
                NameTemplate.fill(TEXT, document -> document.stream().equals("institution") ? "$IOM" : document.id()));
        assertEquals("a {brace} stays", NameTemplate.fill("a {brace} stays", Reference::id));
    }
}
