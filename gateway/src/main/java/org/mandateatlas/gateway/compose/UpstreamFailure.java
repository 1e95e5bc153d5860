package org.mandateatlas.gateway.compose;

/** An upstream responded with a server error. */
final class UpstreamFailure extends RuntimeException {

    private final int status;

    UpstreamFailure(int status) {
        super("status " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
