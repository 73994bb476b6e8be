package org.aigovernancehub.command.pipeline;

import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/** Those who act in tests: the people of one organisation, a stranger, and the platform's staff. */
public final class Callers {
    public static final OrganizationId ACME = new OrganizationId(1);
    public static final OrganizationId OTHER = new OrganizationId(2);
    /** An organisation that is inactive. */
    public static final OrganizationId CLOSED = new OrganizationId(3);

    public static final Caller AUDITOR = of(11, Role.AUDITOR, ACME);
    public static final Caller ENGINEER = of(12, Role.MODEL_OWNER, ACME);
    public static final Caller OFFICER = of(13, Role.COMPLIANCE_OFFICER, ACME);
    public static final Caller SECOND_OFFICER = of(14, Role.COMPLIANCE_OFFICER, ACME);
    public static final Caller ADMIN = of(15, Role.ADMIN, ACME);
    /** May do everything, in another organisation. */
    public static final Caller STRANGER = of(21, Role.ADMIN, OTHER);

    public static final Caller PLATFORM_ADMIN = of(91, Role.ADMIN, null);
    public static final Caller PLATFORM_AUDITOR = of(92, Role.AUDITOR, null);

    private Callers() {}

    /** @param organization null for platform staff */
    public static Caller of(long id, Role role, @Nullable OrganizationId organization) {
        return new Caller(id, "user" + id, role, organization, organization == null, null, "correlation-" + id);
    }

    /** Somebody of the organisation with this role. */
    public static Caller with(Role role) {
        return switch (role) {
            case AUDITOR -> AUDITOR;
            case MODEL_OWNER -> ENGINEER;
            case COMPLIANCE_OFFICER -> OFFICER;
            case ADMIN -> ADMIN;
        };
    }
}
