package org.aigovernancehub.api.identity;

import java.util.Arrays;
import java.util.List;
import org.aigovernancehub.api.registry.ComplianceStatus;

/** What a role allows, within the caller's own organisation. */
public enum Permission {
    READ("read", Role.AUDITOR),
    OWN_TOKENS("tokens:own", Role.AUDITOR),
    CHANGE_REGISTRY("registry:write", Role.MODEL_OWNER),
    SUBMIT_AND_RETIRE("models:submit", Role.MODEL_OWNER),
    REVIEW_AND_DECIDE("models:decide", Role.COMPLIANCE_OFFICER),
    MANAGE_POLICIES("policies:write", Role.COMPLIANCE_OFFICER),
    ADMINISTER("organization:admin", Role.ADMIN);

    private final String wire;
    private final Role least;

    Permission(String wire, Role least) {
        this.wire = wire;
        this.least = least;
    }

    /** Returns the name that {@code /auth/me} lists. */
    public String wire() {
        return wire;
    }

    /** Returns the weakest role that has it. */
    public Role least() {
        return least;
    }

    public boolean isGrantedTo(Role role) {
        return role.compareTo(least) >= 0;
    }

    /** Returns the names of all permissions of a role, in order. */
    public static List<String> of(Role role) {
        return Arrays.stream(values())
                .filter(permission -> permission.isGrantedTo(role))
                .map(Permission::wire)
                .toList();
    }

    /** Returns what it takes to move a model to a state: engineers submit and retire, officers approve and return. */
    public static Permission toMoveTo(ComplianceStatus status) {
        return switch (status) {
            case UNDER_REVIEW, RETIRED -> SUBMIT_AND_RETIRE;
            case APPROVED, DRAFT -> REVIEW_AND_DECIDE;
        };
    }
}
