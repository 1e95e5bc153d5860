package org.mandateatlas.local.transfer;

/** An export or import that cannot be completed, with the reason for the user. */
public final class TransferFailure extends RuntimeException {

    TransferFailure(String message) {
        super(message);
    }
}
