package org.mandateatlas.gateway.proxy;

import java.io.IOException;

/** An upstream cannot be reached. */
final class Unreachable extends IOException {

    Unreachable(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
