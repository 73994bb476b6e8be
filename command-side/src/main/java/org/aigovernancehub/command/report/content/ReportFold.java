package org.aigovernancehub.command.report.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.aigovernancehub.api.dataset.DatasetEvent;
import org.aigovernancehub.api.dataset.DatasetView;
import org.aigovernancehub.api.event.EventContext;
import org.aigovernancehub.api.event.EventNames;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.organization.OrganizationEvent;
import org.aigovernancehub.api.organization.OrganizationView;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.policy.PolicyCheck;
import org.aigovernancehub.api.policy.PolicyEvaluation;
import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.api.policy.PolicyView;
import org.aigovernancehub.api.policy.Verdict;
import org.aigovernancehub.api.policy.ViolationView;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DependencyView;
import org.aigovernancehub.api.registry.LinkView;
import org.aigovernancehub.api.registry.MetricView;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.ReviewView;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.VersionView;
import org.aigovernancehub.command.policy.BindingPolicy;
import org.aigovernancehub.command.registry.EvaluationRecord;
import org.aigovernancehub.command.report.content.ComplianceReport.Actor;
import org.aigovernancehub.command.report.content.ComplianceReport.DatasetUse;
import org.aigovernancehub.command.report.content.ComplianceReport.Decision;
import org.aigovernancehub.command.report.content.ComplianceReport.Metric;
import org.aigovernancehub.command.report.content.ComplianceReport.Move;
import org.aigovernancehub.command.report.content.ComplianceReport.PolicyStanding;
import org.aigovernancehub.command.report.content.ComplianceReport.Relative;
import org.aigovernancehub.command.report.content.ComplianceReport.Review;
import org.aigovernancehub.command.report.content.ComplianceReport.RiskChange;
import org.aigovernancehub.command.report.content.ComplianceReport.TrailEntry;
import org.aigovernancehub.command.report.content.ComplianceReport.Version;
import org.aigovernancehub.command.report.content.ComplianceReport.Violation;
import org.jspecify.annotations.Nullable;

/** Folds events into a report. A function: no clock, no lookup, no order but that of positions. */
public final class ReportFold {
    private final ReportSources sources;
    private final EvaluationRecord record = new EvaluationRecord();
    private final List<RiskChange> riskHistory = new ArrayList<>();
    private final List<Linked> links = new ArrayList<>();
    private final List<Edge> parents = new ArrayList<>();
    private final Map<Long, VersionView> versions = new LinkedHashMap<>();
    private final Map<Long, RecordedEvent> versionEvents = new HashMap<>();
    private final Map<Long, List<Metric>> metrics = new HashMap<>();
    private final List<Review> reviews = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<TrailEntry> trail = new ArrayList<>();
    private final Map<Long, Actor> actors = new HashMap<>();
    private @Nullable ModelView model;
    private @Nullable Actor registeredBy;

    private record Linked(RecordedEvent recorded, LinkView view) {}

    private record Edge(RecordedEvent recorded, DependencyView view) {}

    private ReportFold(ReportSources sources) {
        this.sources = sources;
    }

    /** @param sources with the model's registration among them */
    public static ComplianceReport fold(ReportSources sources) {
        var fold = new ReportFold(sources);
        sources.model().forEach(fold::model);
        return fold.report();
    }

    private ComplianceReport report() {
        var view = model();
        var relatives = new Relatives(sources.relatives());
        var datasets = datasetUses();
        var versionList = versions.values().stream()
                .map(version -> new Version(
                        Objects.requireNonNull(versionEvents.get(version.id())).position(),
                        actor(Objects.requireNonNull(versionEvents.get(version.id()))),
                        version,
                        metrics.getOrDefault(version.id(), List.of())))
                .toList();
        var policies = policies(view);
        return new ComplianceReport(
                ComplianceReport.FORMAT_VERSION,
                sources.position(),
                sources.asOf(),
                sources.model().getLast().position(),
                organization(),
                view,
                Objects.requireNonNull(registeredBy),
                named(view.compliance().approvedByUserId()),
                named(view.compliance().submittedBy()),
                riskHistory,
                datasets,
                parents.stream()
                        .map(edge -> relatives.relative(edge, edge.view().parentModelId(), this::tag))
                        .toList(),
                relatives.childrenOf(view.id()).stream()
                        .map(edge -> relatives.relative(edge, edge.view().childModelId(), this::tag))
                        .toList(),
                versionList,
                record.factsFor(view, registeredBy.id(), ComplianceStatus.APPROVED),
                policies,
                Arrays.stream(ComplianceStatus.values())
                        .map(target -> move(view, target))
                        .toList(),
                reviews,
                decisions,
                violations,
                trail,
                MissingFields.of(view, datasets, versionList, reviews),
                Declaration.SENTENCES);
    }

    private void model(RecordedEvent recorded) {
        var event = (ModelEvent) recorded.event();
        var context = EventContext.of(recorded);
        var actor = actor(recorded);
        if (actor.id() != null) {
            actors.put(actor.id(), actor);
        }
        model = model == null ? ModelView.of((ModelEvent.ModelRegistered) event, context) : model.after(event, context);
        record.on(event, context);
        trail.add(entry(recorded, actor));
        switch (event) {
            case ModelEvent.ModelRegistered e -> {
                registeredBy = actor;
                riskHistory.add(new RiskChange(
                        recorded.position(),
                        recorded.recordedAt(),
                        actor,
                        null,
                        e.risk().riskLevel()));
            }
            case ModelEvent.RiskProfileChanged e -> riskChanged(recorded, e, actor);
            case ModelEvent.VersionRegistered e -> {
                versions.put(e.versionId(), VersionView.of(e, context));
                versionEvents.put(e.versionId(), recorded);
            }
            case ModelEvent.Measured e ->
                MetricView.of(e, context)
                        .forEach(metric -> metrics.computeIfAbsent(e.versionId(), _ -> new ArrayList<>())
                                .add(new Metric(recorded.position(), metric)));
            case ModelEvent.ReviewRecorded e ->
                reviews.add(new Review(recorded.position(), actor, ReviewView.of(e, context)));
            case ModelEvent.DatasetLinked e -> links.add(new Linked(recorded, LinkView.of(e, context)));
            case ModelEvent.DependencyAdded e -> parents.add(new Edge(recorded, DependencyView.of(e, context)));
            case ModelEvent.ComplianceStatusChanged e -> {
                decided(
                        recorded,
                        "changed",
                        e.cause().wire(),
                        e.from(),
                        e.to(),
                        e.reason(),
                        e.approvalNotes(),
                        e.checkedBy());
                found(recorded, ViolationView.Outcome.WARNED, e.warnings());
            }
            case ModelEvent.ComplianceStatusChangeBlocked e -> {
                decided(
                        recorded,
                        "blocked",
                        ModelEvent.Cause.REQUESTED.wire(),
                        e.from(),
                        e.to(),
                        e.reason(),
                        e.approvalNotes(),
                        e.checkedBy());
                found(recorded, ViolationView.Outcome.BLOCKED, e.findings());
                found(recorded, ViolationView.Outcome.WARNED, e.warnings());
            }
            case ModelEvent.TransitionRejected e ->
                decided(
                        recorded,
                        "rejected",
                        ModelEvent.Cause.REQUESTED.wire(),
                        e.from(),
                        e.to(),
                        e.reason(),
                        null,
                        List.of());
            case ModelEvent.ModelDetailsChanged _ -> {}
        }
    }

    private void riskChanged(RecordedEvent recorded, ModelEvent.RiskProfileChanged event, Actor actor) {
        var before = riskHistory.getLast().to();
        if (event.riskLevel() != before) {
            riskHistory.add(
                    new RiskChange(recorded.position(), recorded.recordedAt(), actor, before, event.riskLevel()));
        }
    }

    private void decided(
            RecordedEvent recorded,
            String outcome,
            String cause,
            ComplianceStatus from,
            ComplianceStatus to,
            @Nullable String reason,
            @Nullable String notes,
            List<PolicyCheck> checkedBy) {
        decisions.add(new Decision(
                recorded.position(),
                recorded.recordedAt(),
                actor(recorded),
                outcome,
                cause,
                from,
                to,
                reason,
                notes,
                checkedBy));
    }

    private void found(RecordedEvent recorded, ViolationView.Outcome outcome, List<Finding> findings) {
        for (var finding : findings) {
            violations.add(
                    new Violation(recorded.position(), recorded.recordedAt(), actor(recorded), outcome, finding));
        }
    }

    private List<DatasetUse> datasetUses() {
        var views = new HashMap<Long, DatasetView>();
        for (var recorded : sources.datasets()) {
            var event = (DatasetEvent) recorded.event();
            var context = EventContext.of(recorded);
            views.compute(
                    event.datasetId().value(),
                    (_, view) -> view == null
                            ? DatasetView.of((DatasetEvent.DatasetRegistered) event, context)
                            : view.after(event, context));
        }
        return links.stream()
                .map(link -> new DatasetUse(
                        link.recorded().position(),
                        actor(link.recorded()),
                        link.view(),
                        tag(link.view().modelVersionId()),
                        Objects.requireNonNull(views.get(link.view().datasetId()), "dataset")))
                .toList();
    }

    private List<PolicyStanding> policies(ModelView view) {
        var last = decisions.stream()
                .filter(decision -> !decision.checkedBy().isEmpty())
                .reduce((_, later) -> later)
                .map(Decision::checkedBy)
                .orElse(List.of());
        return binding(view).stream()
                .map(policy -> new PolicyStanding(
                        policy,
                        BindingPolicy.of(policy)
                                .evaluate(record.factsFor(
                                        view,
                                        Objects.requireNonNull(registeredBy).id(),
                                        ComplianceStatus.APPROVED)),
                        last.stream()
                                .filter(check -> check.policyId().value() == policy.id())
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private List<PolicyView> binding(ModelView view) {
        var all = new TreeMap<Long, PolicyView>();
        for (var recorded : sources.policies()) {
            var event = (PolicyEvent) recorded.event();
            var context = EventContext.of(recorded);
            all.compute(
                    event.policyId().value(),
                    (_, policy) -> policy == null
                            ? PolicyView.of((PolicyEvent.PolicyCreated) event, context)
                            : policy.after(event, context));
        }
        return all.values().stream()
                .filter(policy -> policy.binds(view.organizationId(), view.environment()))
                .toList();
    }

    private Move move(ModelView view, ComplianceStatus target) {
        var facts = record.factsFor(view, Objects.requireNonNull(registeredBy).id(), target);
        var blocking = binding(view).stream()
                .map(policy -> BindingPolicy.of(policy).evaluate(facts))
                .filter(evaluation -> evaluation.verdict() == Verdict.FAIL)
                .map(PolicyEvaluation::reason)
                .toList();
        if (target == view.status()) {
            return new Move(target, false, false, "The model is %s already.".formatted(target.wire()));
        }
        if (!view.status().canBecome(target)) {
            return new Move(
                    target,
                    false,
                    false,
                    "A model that is %s cannot become %s."
                            .formatted(view.status().wire(), target.wire()));
        }
        return blocking.isEmpty()
                ? new Move(target, true, true, "Neither the lifecycle nor a policy stands in the way.")
                : new Move(target, true, false, String.join(" ", blocking));
    }

    private ComplianceReport.Organization organization() {
        OrganizationView view = null;
        for (var recorded : sources.organization()) {
            var event = (OrganizationEvent) recorded.event();
            var context = EventContext.of(recorded);
            view = view == null
                    ? OrganizationView.of((OrganizationEvent.OrganizationCreated) event, context)
                    : view.after(event, context);
        }
        Objects.requireNonNull(view, "organisation");
        return new ComplianceReport.Organization(view.id(), view.name());
    }

    private TrailEntry entry(RecordedEvent recorded, Actor actor) {
        return new TrailEntry(
                recorded.position(),
                recorded.recordedAt(),
                actor,
                EventNames.action(recorded.event().getClass()),
                recorded.payloadJson(),
                recorded.metadata().correlationId(),
                recorded.metadata().demo());
    }

    private @Nullable Actor named(@Nullable Long userId) {
        return userId == null
                ? null
                : Optional.ofNullable(actors.get(userId)).orElseGet(() -> new Actor("user " + userId, userId));
    }

    private @Nullable String tag(@Nullable Long versionId) {
        var version = versionId == null ? null : versions.get(versionId);
        return version == null ? null : version.versionTag();
    }

    private ModelView model() {
        return Objects.requireNonNull(model, "registered");
    }

    private static Actor actor(RecordedEvent recorded) {
        return new Actor(recorded.metadata().actor(), recorded.metadata().actorId());
    }

    /** The other models, as far as a reader of this one needs them. */
    private static final class Relatives {
        private final Map<Long, ModelView> views = new HashMap<>();
        private final Map<Long, String> tags = new HashMap<>();
        private final List<Edge> edges = new ArrayList<>();

        Relatives(List<RecordedEvent> events) {
            for (var recorded : events) {
                var event = (ModelEvent) recorded.event();
                var context = EventContext.of(recorded);
                views.compute(
                        event.modelId().value(),
                        (_, view) -> view == null
                                ? ModelView.of((ModelEvent.ModelRegistered) event, context)
                                : view.after(event, context));
                if (event instanceof ModelEvent.VersionRegistered version) {
                    tags.put(version.versionId(), version.versionTag());
                }
                if (event instanceof ModelEvent.DependencyAdded added) {
                    edges.add(new Edge(recorded, DependencyView.of(added, context)));
                }
            }
        }

        List<Edge> childrenOf(long modelId) {
            return edges.stream()
                    .filter(edge -> edge.view().parentModelId() == modelId)
                    .toList();
        }

        Relative relative(Edge edge, long modelId, java.util.function.Function<@Nullable Long, @Nullable String> own) {
            var view = views.get(modelId);
            return new Relative(
                    edge.recorded().position(),
                    actor(edge.recorded()),
                    edge.view(),
                    modelId,
                    view == null ? "model " + modelId : view.details().name(),
                    view == null ? RiskLevel.UNCLASSIFIED : view.risk().riskLevel(),
                    view == null ? ComplianceStatus.DRAFT : view.status(),
                    tag(edge.view().parentVersionId(), own),
                    tag(edge.view().childVersionId(), own));
        }

        private @Nullable String tag(
                @Nullable Long versionId, java.util.function.Function<@Nullable Long, @Nullable String> own) {
            if (versionId == null) {
                return null;
            }
            var theirs = tags.get(versionId);
            return theirs == null ? own.apply(versionId) : theirs;
        }
    }
}
