package org.aigovernancehub.api.report;

import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.EventType;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.registry.ModelId;

/** What happens to reports. In a stream of their own: that somebody read about a model does not change the model. */
public sealed interface ReportEvent extends DomainEvent {

    ReportId reportId();

    @Override
    OrganizationId organizationId();

    @Override
    default ReportId aggregateId() {
        return reportId();
    }

    /**
     * A report was handed out to the one whom the metadata names.
     *
     * @param position the one that the report stands at
     * @param digest {@code sha256:} and 64 hexadecimal digits, of the bytes that were handed out
     */
    @EventType(name = "ComplianceReportIssued")
    record ComplianceReportIssued(
            ReportId reportId,
            OrganizationId organizationId,
            ModelId modelId,
            long position,
            ReportFormat format,
            String digest)
            implements ReportEvent {}
}
