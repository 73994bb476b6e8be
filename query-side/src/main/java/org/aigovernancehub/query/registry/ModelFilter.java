package org.aigovernancehub.query.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.Map;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.listing.Order;
import org.aigovernancehub.query.listing.SearchText;
import org.aigovernancehub.query.read.ReadCall;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which models to list, or to count.
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
        @Schema(minLength = 3) @Nullable String q) {

    /** Says nothing new, but lets the database use the indexes, which all begin with the organisation, for platform staff too. */
    private static final String IN_ANY_ORGANIZATION =
            "organization_id = ANY (ARRAY(SELECT o.organization_id FROM organization o))";

    /** What a filter chooses from, with counts; each is a column. */
    enum Facet implements Wire {
        RISK_LEVEL,
        COMPLIANCE_STATUS,
        ENVIRONMENT,
        DATA_SENSITIVITY,
        ORGANIZATION_ID;

        String column() {
            return wire();
        }
    }

    ListQuery<ModelRow> query(ReadCall call, Order order) {
        var query = narrowed(call.tenant(organizationId), ModelRow.COLUMNS, ModelRow::of, order);
        chosen(call).forEach((facet, value) -> query.where(facet.column() + " = ?", value));
        return query;
    }

    /** Returns what is chosen of the facets; a tenant does not choose its organisation. */
    Map<Facet, Object> chosen(ReadCall call) {
        var chosen = new EnumMap<Facet, Object>(Facet.class);
        put(chosen, Facet.RISK_LEVEL, riskLevel);
        put(chosen, Facet.COMPLIANCE_STATUS, complianceStatus);
        put(chosen, Facet.ENVIRONMENT, environment);
        put(chosen, Facet.DATA_SENSITIVITY, dataSensitivity);
        put(chosen, Facet.ORGANIZATION_ID, call.tenant() == null ? organizationId : null);
        return chosen;
    }

    private static void put(Map<Facet, Object> chosen, Facet facet, @Nullable Object value) {
        if (value != null) {
            chosen.put(facet, value instanceof Wire wire ? wire.wire() : value);
        }
    }

    /** Tells whether anything is asked for that no counter knows. */
    boolean isNarrowed() {
        return owner != null || domain != null || sector != null || q != null;
    }

    /**
     * Returns the models that what is no facet leaves.
     *
     * @param organization null for every one that the caller may see
     */
    <T> ListQuery<T> narrowed(@Nullable Long organization, String columns, RowMapper<T> mapper, Order order) {
        return new ListQuery<>(columns, "model", mapper, order)
                .where("organization_id = ?", organization)
                .where("owner = ?", owner)
                .where("domain = ?", domain)
                .where("sector = ?", sector)
                .search("model", SearchText.wanted(q))
                .where(organization == null ? IN_ANY_ORGANIZATION : null);
    }
}
