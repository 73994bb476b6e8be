package org.aigovernancehub.api.registry;

import java.util.Arrays;
import java.util.List;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.identity.Role;

/** What can be done with a model: role times state, so that clients need not guess. Policies are asked apart. */
public enum ModelAction implements Wire {
    UPDATE(Permission.CHANGE_REGISTRY),
    UPDATE_RISK_PROFILE(Permission.CHANGE_REGISTRY),
    REGISTER_VERSION(Permission.CHANGE_REGISTRY),
    RECORD_METRIC(Permission.CHANGE_REGISTRY),
    LINK_DATASET(Permission.CHANGE_REGISTRY),
    ADD_DEPENDENCY(Permission.CHANGE_REGISTRY),
    SUBMIT_FOR_REVIEW(Permission.SUBMIT_AND_RETIRE),
    REVIEW(Permission.REVIEW_AND_DECIDE),
    APPROVE(Permission.REVIEW_AND_DECIDE),
    RETURN_TO_DRAFT(Permission.REVIEW_AND_DECIDE),
    RETIRE(Permission.SUBMIT_AND_RETIRE);

    private final Permission permission;

    ModelAction(Permission permission) {
        this.permission = permission;
    }

    /** Lists what a role may do with a model in a state, in a fixed order. */
    public static List<String> allowed(Role role, ComplianceStatus status) {
        return Arrays.stream(values())
                .filter(action -> action.permission.isGrantedTo(role) && action.fits(status))
                .map(Wire::wire)
                .toList();
    }

    private boolean fits(ComplianceStatus status) {
        return switch (this) {
            case UPDATE, UPDATE_RISK_PROFILE, REGISTER_VERSION, RECORD_METRIC, LINK_DATASET, ADD_DEPENDENCY ->
                status != ComplianceStatus.RETIRED;
            case REVIEW -> status == ComplianceStatus.UNDER_REVIEW;
            case SUBMIT_FOR_REVIEW -> status.canBecome(ComplianceStatus.UNDER_REVIEW);
            case APPROVE -> status.canBecome(ComplianceStatus.APPROVED);
            case RETURN_TO_DRAFT -> status.canBecome(ComplianceStatus.DRAFT);
            case RETIRE -> status.canBecome(ComplianceStatus.RETIRED);
        };
    }
}
