package org.aigovernancehub.command.proposal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A proposal cannot be what a call needs; it is decided in a transaction of its own instead. */
public final class NeedsTransaction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What fails sooner may be somebody else's fault, or succeed the next time; what takes longer is the database's. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    public NeedsTransaction(String reason) {
        this(reason, null);
    }

    /** @param cause what it has failed with, together with others */
    public NeedsTransaction(String reason, @Nullable Throwable cause) {
        // It is no failure, and nobody looks where it came from.
        super(reason, cause, false, false);
    }

    /**
     * Returns what to throw after a failure of what is shared with others: the failure, if the database was waited for since {@code began},
     * since nobody waits for it twice.
     */
    public static RuntimeException unlessWaitedFor(Throwable failure, long began) {
        return failure instanceof RuntimeException told && System.nanoTime() - began > AT_ONCE.toNanos()
                ? told
                : new NeedsTransaction("what it shared with others has failed", failure);
    }
}
