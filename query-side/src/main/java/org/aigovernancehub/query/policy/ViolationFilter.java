package org.aigovernancehub.query.policy;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.aigovernancehub.api.policy.ViolationView.Outcome;
import org.aigovernancehub.api.registry.Environment;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which violations to list.
 *
 * @param outcome null for those that blocked
 */
record ViolationFilter(
        @BindParam("organization_id") @Nullable Long organizationId,
        @Nullable Environment environment,
        @BindParam("model_id") @Nullable Long modelId,
        @BindParam("policy_id") @Nullable Long policyId,
        @BindParam("user_id") @Nullable Long userId,
        @Schema(defaultValue = "blocked") @Nullable Outcome outcome,

        @Parameter(description = "The earliest time") @Nullable
        Instant from,

        @Parameter(description = "The time before which") @Nullable
        Instant to) {}
