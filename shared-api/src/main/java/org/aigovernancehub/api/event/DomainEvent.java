package org.aigovernancehub.api.event;

import org.aigovernancehub.api.AggregateId;
import org.aigovernancehub.api.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/** A fact. Who and when are its metadata; what and about whom are its payload. Secrets are never in one. */
public interface DomainEvent {

    /** Returns the stream that it belongs to. */
    AggregateId aggregateId();

    /** Returns the tenant that it belongs to; null where it belongs to the platform. */
    @Nullable
    OrganizationId organizationId();

    /** Returns who may read it. */
    default Audience audience() {
        return organizationId() == null ? Audience.PLATFORM : Audience.ORGANIZATION;
    }

    /** Who may read an event, platform staff always included. */
    enum Audience {
        /** The organisation that it belongs to. */
        ORGANIZATION,
        /** Every organisation: a global policy binds them all. */
        EVERYONE,
        /** Platform staff only. */
        PLATFORM
    }
}
