package org.mandateatlas.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The weights of content codings are compared, whatever else the header contains. */
class AcceptEncodingTest {

    @Property
    void theGreaterWeightDecides(
            @ForAll @IntRange(max = 1000) int gzip,
            @ForAll @IntRange(max = 1000) int identity,
            @ForAll("others") String other) {
        var accepted = other + ",gzip;q=" + weight(gzip) + " , identity;q=" + weight(identity);
        assertEquals(gzip > 0 && gzip >= identity, ContentCoding.prefersGzip(accepted), accepted);
    }

    @Provide
    Arbitrary<String> others() {
        return Arbitraries.of(
                "", " ", "br", "br;q=", "br;q=abc", "deflate;q=1e999", "compress;q=NaN", ";;;", "=", "zstd;q=0x1p3");
    }

    @Property
    void anyHeaderIsRead(@ForAll String accepted) {
        if (!accepted.contains("gzip") && !accepted.contains("*")) {
            assertFalse(ContentCoding.prefersGzip(accepted));
        }
        assertTrue(ContentCoding.prefersGzip("gzip," + accepted.replaceAll("[*=,]|gzip|identity", "")));
    }

    private static String weight(int thousandths) {
        return "%d.%03d".formatted(thousandths / 1000, thousandths % 1000);
    }
}
