package org.aigovernancehub.command.identity;

import java.util.Optional;
import org.aigovernancehub.api.organization.OrganizationId;

/** Whether, and into which organisation, people may register themselves. */
public interface SelfRegistration {

    /** Returns the organisation; empty where registration is off. */
    Optional<OrganizationId> organization();
}
