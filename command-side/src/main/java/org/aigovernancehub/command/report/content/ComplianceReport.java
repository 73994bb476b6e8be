package org.aigovernancehub.command.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.aigovernancehub.api.dataset.DatasetView;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.policy.PolicyCheck;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.policy.ViolationView;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DependencyView;
import org.aigovernancehub.api.registry.LinkView;
import org.aigovernancehub.api.registry.MetricView;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.ReviewView;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.VersionView;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the register knows of one model at one position, as data; the PDF prints the same.
 *
 * @param formatVersion of this shape
 * @param position the event number that the report stands at
 * @param asOf when the event at that position was recorded
 * @param lastModelPosition the last event of the model's own stream up to there
 * @param riskHistory each change of the risk level, the registration first
 * @param facts what policies would judge if the model were to be approved
 * @param policies those that apply, with their verdict on an approval by the evaluation that enforcement uses
 * @param moves what the lifecycle and the policies say of each state; roles are not considered
 * @param trail every event of the model, oldest first
 * @param missing what a reader of technical documentation would expect and the register does not hold
 * @param declaration what the report is, and what it is not
 */
public record ComplianceReport(
        int formatVersion,
        long position,
        Instant asOf,
        long lastModelPosition,
        Organization organization,
        ModelView model,
        Actor registeredBy,
        @Nullable Actor approvedBy,
        @Nullable Actor submittedBy,
        List<RiskChange> riskHistory,
        List<DatasetUse> datasets,
        List<Relative> parents,
        List<Relative> children,
        List<Version> versions,
        Facts facts,
        List<PolicyStanding> policies,
        List<Move> moves,
        List<Review> reviews,
        List<Decision> decisions,
        List<Violation> violations,
        List<TrailEntry> trail,
        List<MissingField> missing,
        List<String> declaration) {

    /** The present shape. */
    public static final int FORMAT_VERSION = 1;

    public ComplianceReport {
        riskHistory = List.copyOf(riskHistory);
        datasets = List.copyOf(datasets);
        parents = List.copyOf(parents);
        children = List.copyOf(children);
        versions = List.copyOf(versions);
        policies = List.copyOf(policies);
        moves = List.copyOf(moves);
        reviews = List.copyOf(reviews);
        decisions = List.copyOf(decisions);
        violations = List.copyOf(violations);
        trail = List.copyOf(trail);
        missing = List.copyOf(missing);
        declaration = List.copyOf(declaration);
    }

    /** The model's organisation, as it was called then. */
    @Schema(name = "ReportOrganization")
    public record Organization(long id, String name) {}

    /** Somebody, by the name that the event has. */
    @Schema(name = "ReportActor")
    public record Actor(String name, @Nullable Long id) {}

    /** @param from null for the registration */
    @Schema(name = "ReportRiskChange")
    public record RiskChange(
            long position,
            Instant at,
            Actor actor,
            @Nullable RiskLevel from,
            RiskLevel to) {}

    /** A dataset in the use of the model. */
    @Schema(name = "ReportDatasetUse")
    public record DatasetUse(
            long position,
            Actor actor,
            LinkView link,
            @Nullable String versionTag,
            DatasetView dataset) {}

    /** Another model that this one came from, or that came from this one. */
    @Schema(name = "ReportRelative")
    public record Relative(
            long position,
            Actor actor,
            DependencyView dependency,
            long modelId,
            String name,
            RiskLevel riskLevel,
            ComplianceStatus complianceStatus,
            @Nullable String parentVersionTag,
            @Nullable String childVersionTag) {}

    /** A version, with all that was measured of it. */
    @Schema(name = "ReportVersion")
    public record Version(
            long position, Actor actor, @JsonUnwrapped VersionView view, List<Metric> metrics) {
        public Version {
            metrics = List.copyOf(metrics);
        }
    }

    @Schema(name = "ReportMetric")
    public record Metric(long position, @JsonUnwrapped MetricView view) {}

    /**
     * A policy that applies.
     *
     * @param today its verdict on an approval at the report's position
     * @param lastJudged what it said when the model's state was last decided on; null where it was not asked
     */
    @Schema(name = "ReportPolicy")
    public record PolicyStanding(
            PolicyView policy,
            PolicyEvaluation today,
            @Nullable PolicyCheck lastJudged) {}

    /** What stands between the model and a state. */
    @Schema(name = "ReportMove")
    public record Move(ComplianceStatus to, boolean reachable, boolean allowed, String reason) {}

    @Schema(name = "ReportReview")
    public record Review(
            long position, Actor actor, @JsonUnwrapped ReviewView view) {}

    /**
     * A change of state, or an attempt at one.
     *
     * @param outcome {@code changed}, {@code blocked} by policies or {@code rejected} by the lifecycle
     * @param cause {@code requested}, or {@code risk_raised}
     */
    @Schema(name = "ReportDecision")
    public record Decision(
            long position,
            Instant at,
            Actor actor,
            String outcome,
            String cause,
            ComplianceStatus from,
            ComplianceStatus to,
            @Nullable String reason,
            @Nullable String approvalNotes,
            List<PolicyCheck> checkedBy) {
        public Decision {
            checkedBy = List.copyOf(checkedBy);
        }
    }

    /** A recorded finding of a policy. */
    @Schema(name = "ReportViolation")
    public record Violation(long position, Instant at, Actor actor, ViolationView.Outcome outcome, Finding finding) {}

    /**
     * One event.
     *
     * @param action the event's name in upper snake case
     * @param details the event's payload, as it is stored
     */
    @Schema(name = "ReportTrailEntry")
    public record TrailEntry(
            long position,
            Instant at,
            Actor actor,
            String action,
            @JsonRawValue @Schema(type = "object") Object details,
            @Nullable String correlationId,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean demo) {}

    /**
     * Something that is not there.
     *
     * @param field its name
     * @param where of what it is a field
     * @param annex the heading of Annex IV of Regulation (EU) 2024/1689 under which a reader looks for it; a pointer, no legal advice
     * @param kept whether the register has a field for it at all
     */
    @Schema(name = "ReportMissingField")
    public record MissingField(String field, String where, String annex, boolean kept) {}
}
