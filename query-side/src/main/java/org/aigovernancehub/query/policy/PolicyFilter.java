package org.aigovernancehub.query.policy;

import io.swagger.v3.oas.annotations.Parameter;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.Order.Key;
import org.aigovernancehub.query.read.ReadCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which policies to list. */
record PolicyFilter(
        @BindParam("is_active") @Nullable Boolean active,
        @Nullable PolicyScope scope,
        @BindParam("condition_type") @Nullable ConditionType conditionType,
        @Nullable PolicyMode mode,

        @Parameter(description = "Those that this organisation owns; global ones, which nobody owns, are left out")
        @BindParam("organization_id")
        @Nullable
        Long organizationId,

        @Nullable Environment environment) {
    private static final Order NEWEST_FIRST = Order.descending("-id", Key.number("policy_id"));

    ListQuery<PolicyView> query(ReadCall call) {
        var query = new ListQuery<>(PolicyRow.COLUMNS, "policy", PolicyRow::view, NEWEST_FIRST)
                .where("is_active = ?", active)
                .where("scope = ?", scope)
                .where("condition_type = ?", conditionType)
                .where("mode = ?", mode)
                .where("environment = ?", environment);
        if (organizationId != null) {
            return query.where("organization_id = ?", call.tenant(organizationId));
        }
        return call.tenant() == null
                ? query
                : query.whereOneOf("organization_id = read_model.tenant()", "organization_id IS NULL");
    }
}
