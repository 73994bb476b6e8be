package org.aigovernancehub.command.organization;

import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.command.pipeline.DecisionPort;

/** The organisations, as other aggregates see them. */
public interface Tenants extends DecisionPort {

    /**
     * Lets a write into an organisation in, or throws.
     *
     * @throws ProblemException {@code not-found} if there is none, {@code forbidden} if it is inactive
     */
    void requireActive(OrganizationId id);
}
