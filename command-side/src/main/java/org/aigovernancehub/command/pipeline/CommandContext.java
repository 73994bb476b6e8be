package org.aigovernancehub.command.pipeline;

import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command, and on which version of the aggregate; travels as the command's metadata. Handlers take it as a parameter.
 *
 * @param expectedVersion what {@code If-Match} named; null where there was none
 */
public record CommandContext(Caller caller, @Nullable Long expectedVersion) {

    /**
     * Lets a command to an existing aggregate in, or throws: absent or foreign 404, then role 403, then stale version 412. Every
     * handler but those that create calls it before anything else.
     *
     * @param owner the aggregate's organisation; null where it belongs to the platform
     */
    public void admit(AggregateId id, @Nullable OrganizationId owner, Permission permission) {
        admitTenant(id, owner);
        caller.require(permission);
        requireExpectedVersion();
    }

    /** Throws 404 unless the caller may know that the aggregate exists. */
    public void admitTenant(AggregateId id, @Nullable OrganizationId owner) {
        if (!caller.sees(owner)) {
            throw ProblemException.notFound(id);
        }
    }

    /** Throws {@code stale-version} if the aggregate has moved on from the version that the caller has seen. */
    public void requireExpectedVersion() {
        if (expectedVersion != null && expectedVersion != currentVersion()) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION,
                    "The resource is at version %d, not %d. Read it again, then repeat the change."
                            .formatted(currentVersion(), expectedVersion));
        }
    }

    /** Returns how many events the aggregate that handles the present command has, those just applied included. */
    public static long currentVersion() {
        Long last = AggregateLifecycle.getVersion();
        return last == null ? 0 : last + 1;
    }
}
