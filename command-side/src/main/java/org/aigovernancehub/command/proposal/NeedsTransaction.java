package org.aigovernancehub.command.proposal;

/** A proposal cannot be what a call needs; it is decided in a transaction of its own instead. */
public final class NeedsTransaction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NeedsTransaction(String reason) {
        // It is no failure, and nobody looks where it came from.
        super(reason, null, false, false);
    }

    /** @param cause what it has failed with, together with others */
    public NeedsTransaction(String reason, Throwable cause) {
        super(reason, cause, false, false);
    }
}
