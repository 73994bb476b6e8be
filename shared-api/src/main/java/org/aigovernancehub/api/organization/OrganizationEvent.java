package org.aigovernancehub.api.organization;

import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventType;
import org.jspecify.annotations.Nullable;

/** What happens to an organisation. An inactive one takes no writes and no logins. */
public sealed interface OrganizationEvent extends DomainEvent {

    @Override
    OrganizationId organizationId();

    @Override
    default OrganizationId aggregateId() {
        return organizationId();
    }

    @EventType(name = "OrganizationCreated")
    record OrganizationCreated(
            OrganizationId organizationId,
            String name,
            @Nullable String description,
            boolean active) implements OrganizationEvent {}

    @EventType(name = "OrganizationChanged")
    record OrganizationChanged(OrganizationId organizationId, List<FieldChange> changes) implements OrganizationEvent {
        public OrganizationChanged {
            changes = List.copyOf(changes);
        }
    }

    @EventType(name = "OrganizationActivated")
    record OrganizationActivated(OrganizationId organizationId) implements OrganizationEvent {}

    @EventType(name = "OrganizationDeactivated")
    record OrganizationDeactivated(OrganizationId organizationId) implements OrganizationEvent {}
}
