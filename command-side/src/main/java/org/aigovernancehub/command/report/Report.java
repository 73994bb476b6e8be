package org.aigovernancehub.command.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.report.ReportCommand.IssueComplianceReport;
import org.aigovernancehub.api.report.ReportEvent;
import org.aigovernancehub.api.report.ReportEvent.ComplianceReportIssued;
import org.aigovernancehub.command.pipeline.CommandContext;
import org.aigovernancehub.command.pipeline.Outcome;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The record of the reports that were handed out of one model. */
public class Report {
    @AggregateIdentifier
    private @Nullable String id;

    /** For Axon, which folds the events into it. */
    protected Report() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<Boolean> handle(IssueComplianceReport command, CommandContext context) {
        context.admitTenant(command.modelId(), command.organizationId());
        context.caller().require(Permission.READ);
        apply(new ComplianceReportIssued(
                command.reportId(),
                command.organizationId(),
                command.modelId(),
                command.position(),
                command.format(),
                command.digest()));
        return new Outcome.Accepted<>(true, CommandContext.currentVersion());
    }

    @EventSourcingHandler
    void on(ReportEvent event, EventContext context) {
        id = event.reportId().toString();
    }
}
