package org.mandateatlas.gateway.forwarding;

import java.io.IOException;

/** No connection to an owner could be had. */
final class Unreachable extends IOException {

    Unreachable(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
