package org.mandateatlas.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.registry.Query.After;

/** A cursor leads from a page to the next one of the same question, and is good for nothing else. */
class ListCursorTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Property
    void aCursorLeadsToWhereItWasWritten(@ForAll("places") After after, @ForAll String question) {
        assertEquals(after, ListCursor.read(ListCursor.write(after, question), question));
    }

    @Property
    void aCursorCanStandInAnAddress(@ForAll("places") After after, @ForAll String question) {
        assertEquals("", ListCursor.write(after, question).replaceAll("[A-Za-z0-9_-]", ""));
    }

    @Property
    void aCursorOfAnotherQuestionIsRefused(@ForAll("places") After after, @ForAll String one, @ForAll String other) {
        if (!one.equals(other)) {
            assertRefused(ListCursor.write(after, one), other);
        }
    }

    @Property
    void aCursorWithAnyCharacterChangedIsRefused(
            @ForAll("places") After after, @ForAll int place, @ForAll("signs") char sign) {
        var cursor = new StringBuilder(ListCursor.write(after, "mandates{}"));
        var index = Math.floorMod(place, cursor.length());
        if (cursor.charAt(index) != sign) {
            cursor.setCharAt(index, sign);
            assertRefused(cursor.toString(), "mandates{}");
        }
    }

    @Property
    void aCursorThatIsCutIsRefused(@ForAll("places") After after, @ForAll int place) {
        var cursor = ListCursor.write(after, "mandates{}");
        assertRefused(cursor.substring(0, Math.floorMod(place, cursor.length())), "mandates{}");
    }

    @Property
    void anyOtherTextIsRefused(@ForAll String text) {
        assertRefused(text, "mandates{}");
        assertRefused(encoded(text), "mandates{}");
    }

    @Example
    void aCursorToAnInstantThatNoDatabaseKnowsIsRefused() {
        assertRefused(ListCursor.write(new After(Instant.MAX, 0, "iom"), ""), "");
        assertRefused(ListCursor.write(new After(Instant.MIN, 0, "iom"), ""), "");
    }

    @Example
    void aCursorToWhatIsNoIdIsRefused() {
        assertRefused(ListCursor.write(new After(Instant.EPOCH, 0, "no id"), ""), "");
    }

    @Provide
    Arbitrary<After> places() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(0, 4_000_000_000_000_000L)
                                .map(micros -> Instant.EPOCH.plusNanos(micros * 1000)),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .numeric()
                                .ofMinLength(1)
                                .ofMaxLength(80))
                .as(After::new);
    }

    @Provide
    Arbitrary<Character> signs() {
        return Arbitraries.of(ALPHABET.chars().mapToObj(sign -> (char) sign).toList());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String cursor, String question) {
        var exception = assertThrows(ProblemException.class, () -> ListCursor.read(cursor, question));
        assertEquals(ProblemType.INVALID_PARAMETER, exception.type());
        assertEquals("cursor", exception.problem().violations().getFirst().parameter());
    }
}
