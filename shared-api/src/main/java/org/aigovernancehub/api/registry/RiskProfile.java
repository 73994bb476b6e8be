package org.aigovernancehub.api.registry;

import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.FieldChange.Differences;
import org.aigovernancehub.api.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What a model may do to people, and why it is classed as it is.
 *
 * @param domain at most 100 characters; the other texts at most 2,000
 */
public record RiskProfile(
        RiskLevel riskLevel,
        @Nullable String domain,
        @Nullable String potentialHarm,
        @Nullable String intendedPurpose,
        @Nullable String dataSources,
        @Nullable String oversightPlan) {

    /** Lists the fields that the other state would change. */
    public List<FieldChange> changesTo(RiskProfile other) {
        return new Differences()
                .field("risk_level", riskLevel, other.riskLevel)
                .field("domain", domain, other.domain)
                .field("potential_harm", potentialHarm, other.potentialHarm)
                .field("intended_purpose", intendedPurpose, other.intendedPurpose)
                .field("data_sources", dataSources, other.dataSources)
                .field("oversight_plan", oversightPlan, other.oversightPlan)
                .list();
    }

    /** Returns the state after these changes. */
    public RiskProfile with(List<FieldChange> changes) {
        var result = this;
        for (var change : changes) {
            result = result.with(change);
        }
        return result;
    }

    private RiskProfile with(FieldChange change) {
        var to = change.to();
        return switch (change.field()) {
            case "risk_level" ->
                new RiskProfile(
                        Wire.of(RiskLevel.class, change.required()),
                        domain,
                        potentialHarm,
                        intendedPurpose,
                        dataSources,
                        oversightPlan);
            case "domain" -> new RiskProfile(riskLevel, to, potentialHarm, intendedPurpose, dataSources, oversightPlan);
            case "potential_harm" ->
                new RiskProfile(riskLevel, domain, to, intendedPurpose, dataSources, oversightPlan);
            case "intended_purpose" ->
                new RiskProfile(riskLevel, domain, potentialHarm, to, dataSources, oversightPlan);
            case "data_sources" ->
                new RiskProfile(riskLevel, domain, potentialHarm, intendedPurpose, to, oversightPlan);
            case "oversight_plan" ->
                new RiskProfile(riskLevel, domain, potentialHarm, intendedPurpose, dataSources, to);
            default -> throw new IllegalArgumentException("no field of a risk profile: " + change.field());
        };
    }
}
