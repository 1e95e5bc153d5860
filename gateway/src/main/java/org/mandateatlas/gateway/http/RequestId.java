package org.mandateatlas.gateway.http;

import io.vertx.core.http.HttpHeaders;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The request id: the client's if valid, otherwise a generated one. */
public final class RequestId {

    /** The name of the header in requests and responses. */
    public static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");

    private static final int MAX_LENGTH = 64;
    private static final BitSet SANE = new BitSet();

    static {
        SANE.set('a', 'z' + 1);
        SANE.set('A', 'Z' + 1);
        SANE.set('0', '9' + 1);
        SANE.set('.');
        SANE.set('_');
        SANE.set('-');
    }

    private RequestId() {}

    static String from(@Nullable String given) {
        return given != null && isSane(given) ? given : make();
    }

    private static boolean isSane(String given) {
        int length = given.length();
        if (length == 0 || length > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!SANE.get(given.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String make() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
