package org.aigovernancehub.query.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not apply, or that waits behind one in its stream.
 *
 * @param position the event's; dead letters are known by it
 * @param aggregateId the stream, {@code model-42}
 * @param organizationId the tenant; null for the platform's
 * @param action the event's name as the audit log shows it
 * @param cause why it could not be applied; null for one that only waits behind another
 * @param attempts how often it was tried; 0 for one that only waits
 * @param discardedAt when it was given up; the entity stays marked all the same
 */
public record DeadLetter(
        long position,
        String aggregateId,
        @Nullable Long organizationId,
        String action,
        @Nullable String cause,
        int attempts,
        Instant parkedAt,
        @Nullable Instant discardedAt) {}
