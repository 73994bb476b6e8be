package org.aigovernancehub.api.report;

import org.aigovernancehub.api.Command;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.registry.ModelId;

/** What somebody may want of the record of reports. */
public sealed interface ReportCommand extends Command {

    ReportId reportId();

    @Override
    default ReportId target() {
        return reportId();
    }

    /**
     * Records that a report is handed out.
     *
     * @param organizationId the model's
     * @param position the one that the report stands at
     * @param digest {@code sha256:} and 64 hexadecimal digits, of the bytes that are handed out
     */
    record IssueComplianceReport(
            ReportId reportId,
            OrganizationId organizationId,
            ModelId modelId,
            long position,
            ReportFormat format,
            String digest)
            implements ReportCommand {}
}
