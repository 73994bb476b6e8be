package org.aigovernancehub.api.organization;

import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.Patch;
import org.jspecify.annotations.Nullable;

/** What somebody may want of an organisation. */
public sealed interface OrganizationCommand extends Command {

    OrganizationId organizationId();

    @Override
    default OrganizationId target() {
        return organizationId();
    }

    record CreateOrganization(
            OrganizationId organizationId,
            String name,
            @Nullable String description,
            boolean active) implements OrganizationCommand {}

    record ChangeOrganization(
            OrganizationId organizationId, Patch<String> name, Patch<String> description, Patch<Boolean> active)
            implements OrganizationCommand {}
}
