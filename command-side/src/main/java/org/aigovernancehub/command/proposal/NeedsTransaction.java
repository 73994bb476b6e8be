package org.aigovernancehub.command.proposal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A proposal cannot be what a call needs; it is decided in a transaction of its own instead. */
public final class NeedsTransaction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A database that is away for less may be back the next time. */
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
     * Returns what to throw after a failure of what is shared with others. It may be the fault of one of them, so each decides anew; but where
     * the database is away, and was waited for since {@code began}, it is the failure itself: nobody waits for that twice.
     */
    public static RuntimeException after(RuntimeException failure, long began) {
        boolean waited = System.nanoTime() - began > AT_ONCE.toNanos();
        return waited && DatabaseFailure.isAway(failure)
                ? failure
                : new NeedsTransaction("what it shared with others has failed", failure);
    }
}
