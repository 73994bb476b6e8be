package org.aigovernancehub.query.registry;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Objects;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.Order.Key;
import org.aigovernancehub.query.listing.SearchText;
import org.aigovernancehub.query.read.ReadCall;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which models to list, and in which order.
 *
 * @param q at least 3 characters, found in name, owner or description, whatever their case
 */
record ModelFilter(
        @BindParam("risk_level") @Nullable RiskLevel riskLevel,
        @BindParam("compliance_status") @Nullable ComplianceStatus complianceStatus,
        @BindParam("organization_id") @Nullable Long organizationId,
        @Nullable Environment environment,
        @Nullable String owner,
        @Nullable String domain,
        @Nullable String sector,
        @BindParam("data_sensitivity") @Nullable DataSensitivity dataSensitivity,
        @Schema(minLength = 3) @Nullable String q,

        @Parameter(description = "id, name, created_at or updated_at; a minus in front turns it round")
        @Schema(
                defaultValue = "id",
                allowableValues = {
                    "id",
                    "-id",
                    "name",
                    "-name",
                    "created_at",
                    "-created_at",
                    "updated_at",
                    "-updated_at"
                })
        @Nullable
        String sort) {
    private static final Key ID = Key.number("model_id");
    private static final Map<String, Order> ORDERS = Map.of(
            "id", Order.ascending("id", ID),
            "-id", Order.descending("-id", ID),
            "name", Order.ascending("name", Key.text("name"), ID),
            "-name", Order.descending("-name", Key.text("name"), ID),
            "created_at", Order.ascending("created_at", Key.time("created_at"), ID),
            "-created_at", Order.descending("-created_at", Key.time("created_at"), ID),
            "updated_at", Order.ascending("updated_at", Key.time("updated_at"), ID),
            "-updated_at", Order.descending("-updated_at", Key.time("updated_at"), ID));

    /** Says nothing new, but lets the database use the indexes, which all begin with the organisation, for platform staff too. */
    private static final String IN_ANY_ORGANIZATION =
            "organization_id = ANY (ARRAY(SELECT o.organization_id FROM organization o))";

    ListQuery<ModelRow> query(ReadCall call) {
        return new ListQuery<>(ModelRow.COLUMNS, "model", ModelRow::of, order())
                .where("organization_id = ?", call.tenant(organizationId))
                .where("risk_level = ?", riskLevel)
                .where("compliance_status = ?", complianceStatus)
                .where("environment = ?", environment)
                .where("owner = ?", owner)
                .where("domain = ?", domain)
                .where("sector = ?", sector)
                .where("data_sensitivity = ?", dataSensitivity)
                .search("model", SearchText.wanted(q))
                .where(call.tenant(organizationId) == null ? IN_ANY_ORGANIZATION : null);
    }

    private Order order() {
        var order = ORDERS.get(Objects.requireNonNullElse(sort, "id"));
        if (order == null) {
            throw new ProblemException(
                    ProblemType.MALFORMED,
                    "sort: it must be id, name, created_at or updated_at, or one of them with a minus in front.");
        }
        return order;
    }
}
