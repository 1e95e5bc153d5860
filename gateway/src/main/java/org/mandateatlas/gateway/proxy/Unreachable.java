package org.mandateatlas.gateway.proxy;

import java.io.IOException;

/** No connection to an upstream could be had. */
final class Unreachable extends IOException {

    Unreachable(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
