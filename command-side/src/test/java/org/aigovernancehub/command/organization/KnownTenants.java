package org.aigovernancehub.command.organization;

import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.pipeline.Callers;

/** The organisations of {@link Callers}, the closed one inactive, unless all are told to be. */
public final class KnownTenants implements Tenants {
    private boolean allInactive;

    public void deactivateAll() {
        allInactive = true;
    }

    @Override
    public void requireActive(OrganizationId id) {
        if (id.value() > Callers.CLOSED.value()) {
            throw ProblemException.notFound(id);
        }
        if (allInactive || id.equals(Callers.CLOSED)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "inactive");
        }
    }
}
