package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.NumericChars;

/** Whatever is changed in the log shows in its hashes. */
class HashChainTest {

    private static final List<Consumer<Revision>> CHANGES = List.of(
            revision -> revision.stream = "mandates",
            revision -> revision.sequence = 8,
            revision -> revision.documentId = "b",
            revision -> revision.version = 3,
            revision -> revision.change = "changed",
            revision -> revision.correction = true,
            revision -> revision.recordedAt = revision.recordedAt.plusNanos(1000),
            revision -> revision.effective = "2004-01",
            revision -> revision.effective = null,
            revision -> revision.actor = "eve",
            revision -> revision.note = "",
            revision -> revision.note = null,
            revision -> revision.note = "-",
            revision -> revision.document = "{ }",
            revision -> revision.document = null,
            revision -> revision.patch = "[{}]");

    @Example
    void anyChangedPartChangesTheHash() {
        var hash = HashChain.hash(HashChain.START, revision());
        for (var change : CHANGES) {
            var changed = revision();
            change.accept(changed);
            assertNotEquals(hash, HashChain.hash(HashChain.START, changed), () -> "change " + CHANGES.indexOf(change));
        }
    }

    @Example
    void whatTracedItIsNoPartOfWhatItSays() {
        var traced = revision();
        traced.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        assertEquals(HashChain.hash(HashChain.START, revision()), HashChain.hash(HashChain.START, traced));
    }

    @Example
    void aChangedPastChangesTheHash() {
        assertNotEquals(HashChain.hash(HashChain.START, revision()), HashChain.hash("0".repeat(63) + "1", revision()));
    }

    @Example
    void theSameRevisionHasTheSameHash() {
        assertEquals(HashChain.hash(HashChain.START, revision()), HashChain.hash(HashChain.START, revision()));
    }

    @Example
    void aReaderCanComputeTheHashFromItsDescription() throws NoSuchAlgorithmException {
        var revision = revision();
        revision.note = "né";
        revision.document = null;
        var parts = "64:" + HashChain.START + "7:mandate" + "1:7" + "1:a" + "1:2" + "7:amended" + "5:false"
                + "20:2026-11-23T10:00:00Z" + "10:2004-01-01" + "3:ada" + "3:né" + "-" + "2:[]";
        var hash = MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
        assertEquals(HexFormat.of().formatHex(hash), HashChain.hash(HashChain.START, revision));
    }

    @Property
    void partsCannotBeShiftedFromOneFieldToTheNext(
            @ForAll @AlphaChars @NumericChars @Chars({':', '-'}) String start,
            @ForAll @AlphaChars @NumericChars @Chars({':', '-'}) @NotEmpty String shifted,
            @ForAll @AlphaChars @NumericChars @Chars({':', '-'}) String end) {
        var one = revision();
        one.actor = start + shifted;
        one.note = end;
        var other = revision();
        other.actor = start;
        other.note = shifted + end;
        assertNotEquals(HashChain.hash(HashChain.START, one), HashChain.hash(HashChain.START, other));
    }

    private static Revision revision() {
        var revision = new Revision();
        revision.stream = "mandate";
        revision.sequence = 7;
        revision.documentId = "a";
        revision.version = 2;
        revision.change = "amended";
        revision.recordedAt = Instant.parse("2026-11-23T10:00:00Z");
        revision.effective = "2004-01-01";
        revision.actor = "ada";
        revision.note = "why";
        revision.document = "{}";
        revision.patch = "[]";
        return revision;
    }
}
