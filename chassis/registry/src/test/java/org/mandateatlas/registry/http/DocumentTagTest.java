package org.mandateatlas.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.registry.StoredDocument;

/** The entity tag of a document names what its body depends on, and a view is no precondition of a write. */
class DocumentTagTest {

    private static final Instant KNOWN = Instant.parse("2026-11-26T04:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2004, 12, 31);

    @Test
    void theTagOfADocumentIsItsVersionWithAStatusOtherThanCurrent() {
        assertEquals("\"3\"", DocumentTag.of(version(3), Status.CURRENT));
        assertEquals("\"3-ended\"", DocumentTag.of(version(3), Status.ENDED));
        assertEquals("\"3-planned\"", DocumentTag.of(version(3), Status.PLANNED));
        assertEquals("\"3-ended\"", DocumentTag.of(version(3), Status.ENDED, Times.NOW, List.of()));
    }

    @Test
    void theTagOfAViewWithNamesIsADigestOfItsContentAndNoPrecondition() {
        var tag = DocumentTag.ofContent(version(3), "{}");

        assertTrue(tag.matches("\"3-view-[0-9a-f]{24}\""), tag);
        assertNotEquals(tag, DocumentTag.ofContent(version(3), "{ }"));
        assertEquals(List.of(0), DocumentTag.versions("If-Match", tag));
    }

    @Test
    void everythingThatABodyDependsOnIsInItsTag() {
        var tags = new ArrayList<String>();
        for (var stored : List.of(version(3), version(4))) {
            for (var status : Status.values()) {
                tags.add(DocumentTag.of(stored, status));
                tags.add(DocumentTag.of(stored, status, new Times(DAY, null), List.of()));
                tags.add(DocumentTag.of(stored, status, new Times(DAY.plusDays(1), null), List.of()));
                tags.add(DocumentTag.of(stored, status, new Times(null, KNOWN), List.of()));
                tags.add(DocumentTag.of(stored, status, new Times(DAY, KNOWN), List.of()));
                tags.add(DocumentTag.of(stored, status, Times.NOW, List.of("id")));
                tags.add(DocumentTag.of(stored, status, Times.NOW, List.of("id", "name")));
            }
        }
        assertEquals(tags.size(), new HashSet<>(tags).size());
    }

    @Test
    void theTagsOfADocumentAreAPreconditionOfItsVersion() {
        assertEquals(List.of(3), DocumentTag.versions("If-Match", "\"3\""));
        for (var status : Status.values()) {
            assertEquals(List.of(3), DocumentTag.versions("If-Match", DocumentTag.of(version(3), status)));
        }
        assertEquals(List.of(3, 12), DocumentTag.versions("If-Match", "\"3-ended\" , \"12\""));
    }

    @Test
    void theTagOfAViewIsNoneOfADocument() {
        for (var status : Status.values()) {
            assertEquals(List.of(0), versions(DocumentTag.of(version(3), status, new Times(DAY, null), List.of())));
            assertEquals(List.of(0), versions(DocumentTag.of(version(3), status, new Times(null, KNOWN), List.of())));
            assertEquals(List.of(0), versions(DocumentTag.of(version(3), status, Times.NOW, List.of("id"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"3\"", "\"0\"", "\"03\"", "\"3-gone\"", "\"3 \"", "\"\"", "\"-3\"", "\"9999999999\""})
    void anyOtherTagNamesNoVersion(String tag) {
        assertEquals(List.of(0), versions(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "", "\"3", "\"3\" \"4\"", "\"3\",", "*,\"3\""})
    void whatIsNoListOfTagsIsRefused(String header) {
        assertThrows(ProblemException.class, () -> versions(header));
    }

    private static List<Integer> versions(String header) {
        return DocumentTag.versions("If-Match", header);
    }

    private static StoredDocument version(int version) {
        return new StoredDocument("iom", version, KNOWN, "{}", LocalDate.MIN, LocalDate.MAX, LocalDate.MAX, 0);
    }

    @Property
    void theVersionsOfAListOfTagsAreRead(@ForAll List<@IntRange(min = 1, max = 999_999_999) Integer> versions) {
        var header = versions.stream().map(version -> "\"" + version + "\"").collect(Collectors.joining(" , "));
        if (!versions.isEmpty()) {
            assertEquals(versions, DocumentTag.versions("If-Match", header));
        }
    }

    @Property
    void aPreconditionIsAListOfTagsOrAProblem(
            @ForAll List<String> parts, @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 9) String tag) {
        try {
            var header = String.join("\"", parts) + ",W/\"" + tag + "\"";
            assertTrue(DocumentTag.versions("If-Match", header).stream().allMatch(version -> version >= 0));
        } catch (ProblemException e) {
            assertEquals(400, e.problem().status());
        }
    }
}
