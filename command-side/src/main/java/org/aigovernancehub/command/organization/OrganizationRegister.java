package org.aigovernancehub.command.organization;

import org.aigovernancehub.api.organization.OrganizationView;
import org.aigovernancehub.command.pipeline.DecisionPort;

/** The rule that an organisation's name is unique, and where {@link Tenants} reads from. */
public interface OrganizationRegister extends DecisionPort {

    /** @throws org.aigovernancehub.api.problem.ProblemException {@code duplicate} if the name is taken */
    void add(long organizationId, String name, boolean active);

    /** @throws org.aigovernancehub.api.problem.ProblemException {@code duplicate} if the new name is taken */
    void change(OrganizationView before, String name, boolean active);
}
