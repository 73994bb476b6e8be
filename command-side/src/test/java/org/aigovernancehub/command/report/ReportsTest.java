package org.aigovernancehub.command.report;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.AUDITOR;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_AUDITOR;
import static org.aigovernancehub.command.pipeline.Callers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.report.ReportCommand.IssueComplianceReport;
import org.aigovernancehub.api.report.ReportEvent.ComplianceReportIssued;
import org.aigovernancehub.api.report.ReportFormat;
import org.aigovernancehub.api.report.ReportId;
import org.aigovernancehub.command.pipeline.Scenario;
import org.junit.jupiter.api.Test;

/** Whoever may read the model may take its report, and each time is a fact of its own. */
class ReportsTest {
    private static final ModelId MODEL = new ModelId(42);
    private static final String DIGEST = "sha256:" + "0a".repeat(32);
    private static final IssueComplianceReport COMMAND =
            new IssueComplianceReport(ReportId.of(MODEL), ACME, MODEL, 17, ReportFormat.PDF, DIGEST);
    private static final ComplianceReportIssued EVENT =
            new ComplianceReportIssued(ReportId.of(MODEL), ACME, MODEL, 17, ReportFormat.PDF, DIGEST);

    private final Scenario scenario = new Scenario(Report.class);

    @Test
    void aReportThatIsHandedOutIsRecordedEachTime() {
        scenario.when(AUDITOR, COMMAND).thenEvents(EVENT).thenAccepted();
        var again = scenario.when(PLATFORM_AUDITOR, COMMAND).thenEvents(EVENT);
        assertThat(again.length()).isEqualTo(2);
    }

    @Test
    void somebodyOfAnotherOrganisationFindsNoModel() {
        scenario.when(STRANGER, COMMAND).thenProblem(ProblemType.NOT_FOUND);
    }
}
