package org.aigovernancehub.api.registry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.aigovernancehub.api.event.EventContext;
import org.jspecify.annotations.Nullable;

/**
 * A model as clients see it. The aggregate and the read model fold the same events by the same function, so that the answer to a
 * command and a later read are the same.
 *
 * @param latestVersion the newest version's tag
 */
@Schema(name = "ModelState")
public record ModelView(
        long id,
        long organizationId,
        Environment environment,
        Instant createdAt,
        Instant updatedAt,
        @JsonUnwrapped ModelDetails details,
        @JsonUnwrapped RiskProfile risk,
        @JsonUnwrapped ComplianceState compliance,
        @Nullable String latestVersion) {

    /** Returns the model that a registration makes. */
    public static ModelView of(ModelEvent.ModelRegistered event, EventContext context) {
        return new ModelView(
                event.modelId().value(),
                event.organizationId().value(),
                event.environment(),
                context.at(),
                context.at(),
                event.details(),
                event.risk(),
                ComplianceState.DRAFT,
                null);
    }

    /** Returns the model after an event of its stream; the same one where the event changes nothing that clients see. */
    public ModelView after(ModelEvent event, EventContext context) {
        return switch (event) {
            case ModelEvent.ModelRegistered registered -> of(registered, context);
            case ModelEvent.ModelDetailsChanged changed ->
                with(context, details.with(changed.changes()), risk, compliance, latestVersion);
            case ModelEvent.RiskProfileChanged changed ->
                with(context, details, risk.with(changed.changes()), compliance, latestVersion);
            case ModelEvent.ComplianceStatusChanged changed ->
                with(context, details, risk, compliance.after(changed, context), latestVersion);
            case ModelEvent.VersionRegistered registered ->
                with(context, details, risk, compliance, registered.versionTag());
            case ModelEvent.ComplianceStatusChangeBlocked _,
                    ModelEvent.TransitionRejected _,
                    ModelEvent.Measured _,
                    ModelEvent.ReviewRecorded _,
                    ModelEvent.DatasetLinked _,
                    ModelEvent.DependencyAdded _ -> this;
        };
    }

    public ComplianceStatus status() {
        return compliance.complianceStatus();
    }

    private ModelView with(
            EventContext context,
            ModelDetails newDetails,
            RiskProfile newRisk,
            ComplianceState newCompliance,
            @Nullable String newLatestVersion) {
        return new ModelView(
                id,
                organizationId,
                environment,
                createdAt,
                context.at(),
                newDetails,
                newRisk,
                newCompliance,
                newLatestVersion);
    }
}
