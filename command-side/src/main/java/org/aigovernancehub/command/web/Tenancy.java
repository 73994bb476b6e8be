package org.aigovernancehub.command.web;

import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Into which organisation a write goes. */
public final class Tenancy {
    /** Made at the first start, together with the first administrator. */
    public static final OrganizationId DEFAULT = new OrganizationId(1);

    private Tenancy() {}

    /**
     * Returns the organisation of a new thing: organisation users' own, platform staff's the body's, or the default one.
     *
     * @param requested {@code organization_id} of the body; null where there was none
     * @throws ProblemException {@code not-found} if it is another organisation than the user's
     */
    public static OrganizationId of(Caller caller, @Nullable Long requested) {
        if (caller.platform()) {
            return requested == null ? DEFAULT : new OrganizationId(requested);
        }
        var own = java.util.Objects.requireNonNull(caller.organizationId());
        if (requested != null && requested != own.value()) {
            throw ProblemException.notFound(new OrganizationId(requested));
        }
        return own;
    }
}
