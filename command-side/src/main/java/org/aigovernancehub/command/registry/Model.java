package org.aigovernancehub.command.registry;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Optional;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.identity.Permission;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.TransitionAssessment;
import org.aigovernancehub.api.policy.Verdict;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DependencyView;
import org.aigovernancehub.api.registry.LinkView;
import org.aigovernancehub.api.registry.MetricView;
import org.aigovernancehub.api.registry.ModelCommand.AddDependency;
import org.aigovernancehub.api.registry.ModelCommand.AssessApproval;
import org.aigovernancehub.api.registry.ModelCommand.AssessTransitions;
import org.aigovernancehub.api.registry.ModelCommand.ChangeComplianceStatus;
import org.aigovernancehub.api.registry.ModelCommand.ChangeModelDetails;
import org.aigovernancehub.api.registry.ModelCommand.ChangeRiskProfile;
import org.aigovernancehub.api.registry.ModelCommand.LinkDataset;
import org.aigovernancehub.api.registry.ModelCommand.RecordMetrics;
import org.aigovernancehub.api.registry.ModelCommand.RecordReview;
import org.aigovernancehub.api.registry.ModelCommand.RegisterModel;
import org.aigovernancehub.api.registry.ModelCommand.RegisterVersion;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelEvent.ComplianceStatusChangeBlocked;
import org.aigovernancehub.api.registry.ModelEvent.ComplianceStatusChanged;
import org.aigovernancehub.api.registry.ModelEvent.DatasetLinked;
import org.aigovernancehub.api.registry.ModelEvent.DependencyAdded;
import org.aigovernancehub.api.registry.ModelEvent.MetricRecorded;
import org.aigovernancehub.api.registry.ModelEvent.MetricsRecorded;
import org.aigovernancehub.api.registry.ModelEvent.ModelDetailsChanged;
import org.aigovernancehub.api.registry.ModelEvent.ModelRegistered;
import org.aigovernancehub.api.registry.ModelEvent.ReviewRecorded;
import org.aigovernancehub.api.registry.ModelEvent.RiskProfileChanged;
import org.aigovernancehub.api.registry.ModelEvent.TransitionRejected;
import org.aigovernancehub.api.registry.ModelEvent.VersionRegistered;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.ReviewView;
import org.aigovernancehub.api.registry.VersionView;
import org.aigovernancehub.command.organization.Tenants;
import org.aigovernancehub.command.pipeline.CommandContext;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.command.pipeline.Outcome;
import org.aigovernancehub.command.policy.PolicyBook;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A model under governance. It holds what its rules need and no history; names, tags and edges, which span models, are asked of ports. A
 * retired model takes no more writes.
 *
 * <p>It is long because its stream is: versions, metrics, reviews and links belong to it, and their rules need its state.
 */
public class Model {
    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable ModelView view;
    private @Nullable Long registeredBy;
    private EvaluationRecord record = new EvaluationRecord();
    private @Nullable EventContext last;

    /** For Axon, which folds the events into it. */
    protected Model() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome<ModelView> handle(RegisterModel command, CommandContext context, Tenants tenants, ModelNames names) {
        context.admitTenant(command.organizationId(), command.organizationId());
        context.caller().require(Permission.CHANGE_REGISTRY);
        tenants.requireActive(command.organizationId());
        names.claim(
                command.modelId(),
                command.organizationId(),
                command.environment(),
                command.details().name());
        apply(new ModelRegistered(
                command.modelId(), command.organizationId(), command.environment(), command.details(), command.risk()));
        return accepted(view());
    }

    @CommandHandler
    Outcome<ModelView> handle(ChangeModelDetails command, CommandContext context, Tenants tenants, ModelNames names) {
        admitChange(context, tenants);
        var details = command.appliedTo(view().details());
        var changes = view().details().changesTo(details);
        if (changes.isEmpty()) {
            return unchanged();
        }
        if (!details.name().equals(view().details().name())) {
            names.rename(modelId(), organization(), view().environment(), details.name());
        }
        apply(new ModelDetailsChanged(modelId(), organization(), changes));
        return accepted(view());
    }

    @CommandHandler
    Outcome<ModelView> handle(ChangeRiskProfile command, CommandContext context, Tenants tenants) {
        admitChange(context, tenants);
        var before = view().risk();
        var after = command.appliedTo(before);
        var changes = before.changesTo(after);
        if (changes.isEmpty()) {
            return unchanged();
        }
        apply(new RiskProfileChanged(modelId(), organization(), after.riskLevel(), changes));
        if (after.riskLevel().isAbove(before.riskLevel()) && view().status() == ComplianceStatus.APPROVED) {
            // It was approved for less risk than it now has.
            apply(new ComplianceStatusChanged(
                    modelId(),
                    organization(),
                    ComplianceStatus.APPROVED,
                    ComplianceStatus.UNDER_REVIEW,
                    ModelEvent.Cause.RISK_RAISED,
                    "The risk rose from %s to %s."
                            .formatted(
                                    before.riskLevel().wire(), after.riskLevel().wire()),
                    null,
                    List.of(),
                    List.of()));
        }
        return accepted(view());
    }

    @CommandHandler
    Outcome<ModelView> handle(
            ChangeComplianceStatus command, CommandContext context, Tenants tenants, PolicyBook policies, Ids ids) {
        context.admit(modelId(), organization(), Permission.toMoveTo(command.requested()));
        tenants.requireActive(organization());
        var status = view().status();
        var requested = command.requested();
        if (requested == ComplianceStatus.APPROVED && isBlank(command.approvalNotes())) {
            throw ProblemException.fields(
                    ProblemType.MISSING_FIELD,
                    List.of(new ProblemException.FieldError(
                            "/approval_notes", "is required to approve: say what the approval rests on")));
        }
        if (requested == status) {
            return unchanged(); // a retry is not a new fact
        }
        if (!status.canBecome(requested)) {
            apply(new TransitionRejected(modelId(), organization(), status, requested, command.reason()));
            return new Outcome.Rejected<>(view(), CommandContext.currentVersion(), status, requested);
        }
        var evaluations = policies.judge(organization(), view().environment(), factsFor(requested));
        var findings = findings(evaluations, Verdict.FAIL, ids);
        var warnings = findings(evaluations, Verdict.WARN, ids);
        var checkedBy = evaluations.stream().map(PolicyEvaluation::check).toList();
        if (!findings.isEmpty()) {
            // Not a throw: a rollback would erase the refusal from the audit trail.
            apply(new ComplianceStatusChangeBlocked(
                    modelId(),
                    organization(),
                    status,
                    requested,
                    command.reason(),
                    command.approvalNotes(),
                    checkedBy,
                    findings,
                    warnings));
            return new Outcome.Blocked<>(view(), CommandContext.currentVersion(), findings, warnings);
        }
        apply(new ComplianceStatusChanged(
                modelId(),
                organization(),
                status,
                requested,
                ModelEvent.Cause.REQUESTED,
                command.reason(),
                requested == ComplianceStatus.APPROVED ? command.approvalNotes() : null,
                checkedBy,
                warnings));
        return new Outcome.Accepted<>(view(), CommandContext.currentVersion(), warnings);
    }

    @CommandHandler
    Outcome<ReviewView> handle(RecordReview command, CommandContext context, Tenants tenants, Ids ids) {
        context.admit(modelId(), organization(), Permission.REVIEW_AND_DECIDE);
        tenants.requireActive(organization());
        requireNotRetired();
        if (view().status() != ComplianceStatus.UNDER_REVIEW) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "The model is %s; a review can be recorded only while it is under_review. Submit it first."
                            .formatted(view().status().wire()));
        }
        var event = new ReviewRecorded(
                modelId(), organization(), ids.next(Ids.Kind.REVIEW), command.outcome(), command.notes());
        return accepted(ReviewView.of(event, applied(event)));
    }

    @CommandHandler
    Outcome<VersionView> handle(
            RegisterVersion command, CommandContext context, Tenants tenants, Versions versions, Ids ids) {
        admitChange(context, tenants);
        var versionId = ids.next(Ids.Kind.VERSION);
        versions.claim(versionId, modelId(), command.versionTag());
        var event = new VersionRegistered(
                modelId(), organization(), versionId, command.versionTag(), command.s3Path(), command.artifactDigest());
        return accepted(VersionView.of(event, applied(event)));
    }

    @CommandHandler
    Outcome<List<MetricView>> handle(
            RecordMetrics command, CommandContext context, Tenants tenants, Versions versions, Ids ids) {
        admitChange(context, tenants);
        requireOwn(versions, command.versionId());
        var metricIds = ids.next(Ids.Kind.METRIC, command.measurements().size()).iterator();
        var event = measured(
                command.versionId(),
                command.measurements().stream()
                        .map(measurement ->
                                new ModelEvent.Metric(metricIds.next(), measurement.name(), measurement.value()))
                        .toList());
        return accepted(MetricView.of(event, applied(event)));
    }

    private ModelEvent.Measured measured(long versionId, List<ModelEvent.Metric> metrics) {
        if (metrics.size() > 1) {
            return new MetricsRecorded(modelId(), organization(), versionId, metrics);
        }
        var metric = metrics.getFirst();
        return new MetricRecorded(
                modelId(), organization(), metric.metricId(), versionId, metric.metricName(), metric.value());
    }

    @CommandHandler
    Outcome<LinkView> handle(
            LinkDataset command, CommandContext context, Tenants tenants, Versions versions, Lineage lineage, Ids ids) {
        admitChange(context, tenants);
        if (command.modelVersionId() != null) {
            requireOwn(versions, command.modelVersionId());
        }
        var linkId = ids.next(Ids.Kind.LINK);
        lineage.link(linkId, organization(), command);
        var event = new DatasetLinked(
                modelId(),
                organization(),
                linkId,
                command.datasetId(),
                command.modelVersionId(),
                command.datasetType(),
                command.notes());
        return accepted(LinkView.of(event, applied(event)));
    }

    @CommandHandler
    Outcome<DependencyView> handle(
            AddDependency command,
            CommandContext context,
            Tenants tenants,
            Versions versions,
            Lineage lineage,
            Ids ids) {
        admitChange(context, tenants);
        if (command.childVersionId() != null) {
            requireOwn(versions, command.childVersionId());
        }
        var dependencyId = ids.next(Ids.Kind.DEPENDENCY);
        lineage.depend(dependencyId, organization(), command);
        var event = new DependencyAdded(
                modelId(),
                organization(),
                dependencyId,
                command.parentModelId(),
                command.parentVersionId(),
                command.childVersionId(),
                command.dependencyType(),
                command.notes());
        return accepted(DependencyView.of(event, applied(event)));
    }

    /** The very evaluation that enforcement uses; writes nothing. */
    @CommandHandler
    List<TransitionAssessment> handle(AssessTransitions command, CommandContext context, PolicyBook policies) {
        context.admitTenant(modelId(), organization());
        return command.targets().stream()
                .map(target -> assess(target, context, policies))
                .toList();
    }

    /** The same, of one policy and an approval; empty where the lifecycle has no approval now. */
    @CommandHandler
    Optional<PolicyEvaluation> handle(AssessApproval command, CommandContext context, PolicyBook policies) {
        context.admitTenant(modelId(), organization());
        return view().status().canBecome(ComplianceStatus.APPROVED)
                ? Optional.of(policies.judge(command.policyId(), factsFor(ComplianceStatus.APPROVED)))
                : Optional.empty();
    }

    private TransitionAssessment assess(ComplianceStatus target, CommandContext context, PolicyBook policies) {
        var evaluations = policies.judge(organization(), view().environment(), factsFor(target));
        var permission = Permission.toMoveTo(target);
        var blocking = evaluations.stream()
                .filter(evaluation -> evaluation.verdict() == Verdict.FAIL)
                .toList();
        boolean reachable = view().status().canBecome(target);
        boolean allowed = reachable && blocking.isEmpty();
        boolean permitted = allowed && context.caller().may(permission);
        String reason;
        if (target == view().status()) {
            reason = "The model is %s already.".formatted(target.wire());
        } else if (!reachable) {
            reason = "A model that is %s cannot become %s."
                    .formatted(view().status().wire(), target.wire());
        } else if (!allowed) {
            reason = "%d of %d policies block: %s"
                    .formatted(
                            blocking.size(),
                            evaluations.size(),
                            blocking.getFirst().reason());
        } else if (!permitted) {
            reason = "It takes the role %s.".formatted(permission.least().wire());
        } else {
            reason = "Nothing stands in the way.";
        }
        return new TransitionAssessment(target, reachable, allowed, permitted, reason, evaluations);
    }

    private Facts factsFor(ComplianceStatus attempted) {
        return record.factsFor(view(), registeredBy, attempted);
    }

    private static List<Finding> findings(List<PolicyEvaluation> evaluations, Verdict verdict, Ids ids) {
        return evaluations.stream()
                .filter(evaluation -> evaluation.verdict() == verdict)
                .map(evaluation -> evaluation.finding(ids.next(Ids.Kind.VIOLATION)))
                .toList();
    }

    private void admitChange(CommandContext context, Tenants tenants) {
        context.admit(modelId(), organization(), Permission.CHANGE_REGISTRY);
        tenants.requireActive(organization());
        requireNotRetired();
    }

    private void requireNotRetired() {
        if (view().status() == ComplianceStatus.RETIRED) {
            throw new ProblemException(
                    ProblemType.MODEL_RETIRED, "The model is retired and takes no more changes; register a new one.");
        }
    }

    private void requireOwn(Versions versions, long versionId) {
        if (!versions.modelOf(versionId).equals(java.util.Optional.of(modelId()))) {
            throw ProblemException.notFound("version", versionId);
        }
    }

    /** Applies an event and returns when and by whom it was recorded, for the answer. */
    private EventContext applied(ModelEvent event) {
        apply(event);
        return java.util.Objects.requireNonNull(last, "folded");
    }

    private <S> Outcome<S> accepted(S state) {
        return new Outcome.Accepted<>(state, CommandContext.currentVersion());
    }

    private Outcome<ModelView> unchanged() {
        return new Outcome.Unchanged<>(view(), CommandContext.currentVersion());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private ModelView view() {
        return java.util.Objects.requireNonNull(view, "registered");
    }

    private ModelId modelId() {
        return new ModelId(view().id());
    }

    private OrganizationId organization() {
        return new OrganizationId(view().organizationId());
    }

    @EventSourcingHandler
    void on(ModelEvent event, EventContext context) {
        last = context;
        view = view == null ? ModelView.of((ModelRegistered) event, context) : view.after(event, context);
        record.on(event, context);
        if (event instanceof ModelRegistered registered) {
            id = registered.modelId().toString();
            registeredBy = context.actorId();
        }
    }
}
