package org.aigovernancehub.command.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.dataset.DatasetDetails;
import org.aigovernancehub.api.dataset.DatasetEvent;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.event.DomainEvent;
import org.aigovernancehub.api.event.Metadata;
import org.aigovernancehub.api.event.RecordedEvent;
import org.aigovernancehub.api.organization.OrganizationEvent;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.policy.PolicyCheck;
import org.aigovernancehub.api.policy.PolicyEvent;
import org.aigovernancehub.api.policy.PolicyId;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.policy.PolicyScope;
import org.aigovernancehub.api.policy.PolicyTerms;
import org.aigovernancehub.api.policy.Verdict;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.DatasetType;
import org.aigovernancehub.api.registry.DependencyType;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelDetails;
import org.aigovernancehub.api.registry.ModelEvent;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.ReviewOutcome;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.RiskProfile;
import org.aigovernancehub.command.eventstore.EventCodec;
import org.aigovernancehub.command.report.content.ReportSources;
import org.jspecify.annotations.Nullable;

/** Records events as the store would, one position after the other, and sorts them into the sources of a report. */
public final class ReportFixture {
    public static final OrganizationId ORGANIZATION = new OrganizationId(7);
    public static final ModelId MODEL = new ModelId(42);
    public static final Instant START = Instant.parse("2026-03-01T08:00:00.123456Z");

    private final EventCodec codec = new EventCodec();
    private final List<RecordedEvent> model = new ArrayList<>();
    private final List<RecordedEvent> organization = new ArrayList<>();
    private final List<RecordedEvent> datasets = new ArrayList<>();
    private final List<RecordedEvent> relatives = new ArrayList<>();
    private final List<RecordedEvent> policies = new ArrayList<>();
    private long position = 18_000;
    private String actor = "r.diaz";
    private @Nullable Long actorId = 3L;

    public ReportFixture by(String name, long id) {
        actor = name;
        actorId = id;
        return this;
    }

    public long position() {
        return position;
    }

    public ReportFixture record(DomainEvent event) {
        position++;
        var recorded = new RecordedEvent(
                position,
                "event-" + position,
                0,
                START.plusSeconds(61 * (position - 18_000)),
                new Metadata(actor, actorId, null, "correlation-" + position, false),
                event,
                codec.encode(event).payload());
        switch (event) {
            case ModelEvent e when e.modelId().equals(MODEL) -> model.add(recorded);
            case ModelEvent _ -> relatives.add(recorded);
            case OrganizationEvent _ -> organization.add(recorded);
            case DatasetEvent _ -> datasets.add(recorded);
            case PolicyEvent _ -> policies.add(recorded);
            default -> throw new IllegalArgumentException(event.toString());
        }
        return this;
    }

    public ReportSources sources() {
        return at(position);
    }

    /** Returns the sources as they were at a position. */
    public ReportSources at(long limit) {
        return new ReportSources(
                limit,
                START.plusSeconds(61 * (limit - 18_000)),
                upTo(limit, model),
                upTo(limit, organization),
                upTo(limit, datasets),
                upTo(limit, relatives),
                upTo(limit, policies));
    }

    private static List<RecordedEvent> upTo(long limit, List<RecordedEvent> events) {
        return events.stream().filter(event -> event.position() <= limit).toList();
    }

    /** An organisation and a model with a name and nothing else. */
    public static ReportFixture bare(String name) {
        return new ReportFixture()
                .record(new OrganizationEvent.OrganizationCreated(ORGANIZATION, "Agency A", null, true))
                .record(registered(MODEL, name, new RiskProfile(RiskLevel.UNCLASSIFIED, null, null, null, null, null)));
    }

    public static ModelEvent.ModelRegistered registered(ModelId id, String name, RiskProfile risk) {
        return new ModelEvent.ModelRegistered(
                id,
                ORGANIZATION,
                Environment.PROD,
                new ModelDetails(
                        name, null, "R. Diaz", DataSensitivity.PII, DataClassification.CONFIDENTIAL, "EU", null),
                risk);
    }

    public ReportFixture version(long id, String tag) {
        return record(new ModelEvent.VersionRegistered(
                MODEL, ORGANIZATION, id, tag, "s3://models/fraud/" + tag, "sha256:" + "0a1b".repeat(16)));
    }

    public ReportFixture metric(long id, long version, String name, double value) {
        return record(new ModelEvent.MetricRecorded(MODEL, ORGANIZATION, id, version, name, value));
    }

    public ReportFixture dataset(long id, String name, DatasetType type) {
        return record(new DatasetEvent.DatasetRegistered(
                        new DatasetId(id),
                        ORGANIZATION,
                        new DatasetDetails(
                                name,
                                "Card transactions, pseudonymised",
                                "warehouse",
                                "s3://data/" + id,
                                DataSensitivity.PII,
                                DataClassification.RESTRICTED,
                                1_250_000L)))
                .record(new ModelEvent.DatasetLinked(
                        MODEL, ORGANIZATION, 500 + id, new DatasetId(id), null, type, "Sampled by week"));
    }

    public ReportFixture moved(
            ComplianceStatus from, ComplianceStatus to, @Nullable String notes, PolicyCheck... checks) {
        return record(new ModelEvent.ComplianceStatusChanged(
                MODEL,
                ORGANIZATION,
                from,
                to,
                ModelEvent.Cause.REQUESTED,
                "As planned",
                notes,
                List.of(checks),
                List.of()));
    }

    public ReportFixture policy(long id, String name, ConditionType type, PolicyMode mode) {
        return record(new PolicyEvent.PolicyCreated(
                new PolicyId(id), null, null, PolicyScope.GLOBAL, type, new PolicyTerms(name, null, mode), true));
    }

    /** A model with something of everything. */
    public static ReportFixture full() {
        var fixture = new ReportFixture()
                .record(new OrganizationEvent.OrganizationCreated(ORGANIZATION, "Agency A", null, true))
                .policy(1, "Prohibited practices", ConditionType.PROHIBIT_UNACCEPTABLE_RISK, PolicyMode.ENFORCE)
                .policy(2, "Evaluate first", ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL, PolicyMode.ENFORCE)
                .policy(3, "Four eyes", ConditionType.REQUIRE_REVIEW_FOR_HIGH_RISK, PolicyMode.ENFORCE)
                .policy(4, "No short cuts", ConditionType.BLOCK_HIGH_RISK_WITHOUT_APPROVAL, PolicyMode.WARN)
                .record(registered(
                        new ModelId(11),
                        "card-embedding",
                        new RiskProfile(RiskLevel.LIMITED, null, null, null, null, null)))
                .record(registered(
                        MODEL,
                        "fraud-scorer",
                        new RiskProfile(
                                RiskLevel.LIMITED,
                                "Payments",
                                "A legitimate payment may be refused, or a person be suspected of fraud without cause.",
                                "Scores card payments for the risk of fraud; above a threshold, a person decides.",
                                "Card transactions of the last 24 months, chargebacks, merchant master data.",
                                null)))
                .record(new ModelEvent.DependencyAdded(
                        MODEL,
                        ORGANIZATION,
                        900,
                        new ModelId(11),
                        null,
                        null,
                        DependencyType.FINE_TUNED_FROM,
                        "Weights of March"))
                .dataset(21, "transactions-2025", DatasetType.TRAINING)
                .dataset(22, "chargebacks-2025", DatasetType.VALIDATION);
        for (int i = 1; i <= 6; i++) {
            fixture.version(100 + i, "1." + i + ".0")
                    .metric(1_000 + i, 100 + i, "auc", 0.88 + i * 0.011)
                    .metric(2_000 + i, 100 + i, "false_positive_rate", 0.034 - i * 0.0021)
                    .metric(3_000 + i, 100 + i, "latency_p99_ms", 41 + i % 3);
        }
        return fixture.record(new ModelEvent.RiskProfileChanged(
                        MODEL,
                        ORGANIZATION,
                        RiskLevel.HIGH,
                        List.of(
                                new FieldChange("risk_level", "limited", "high"),
                                new FieldChange("domain", "Payments", "Credit and payments"))))
                .record(blocked())
                .moved(ComplianceStatus.DRAFT, ComplianceStatus.UNDER_REVIEW, null)
                .by("c.okafor", 4)
                .record(new ModelEvent.ReviewRecorded(
                        MODEL,
                        ORGANIZATION,
                        700,
                        ReviewOutcome.ENDORSED,
                        "Evaluated on the hold-out of May; the false positive rate is within the limit of the agency."))
                .moved(
                        ComplianceStatus.UNDER_REVIEW,
                        ComplianceStatus.APPROVED,
                        "Rests on the evaluation of version 1.6.0 and the review of 4 May.",
                        new PolicyCheck(new PolicyId(1), 1, Verdict.PASS),
                        new PolicyCheck(new PolicyId(2), 1, Verdict.PASS),
                        new PolicyCheck(new PolicyId(3), 1, Verdict.PASS),
                        new PolicyCheck(new PolicyId(4), 1, Verdict.PASS))
                .by("m.chen", 5)
                .record(registered(
                        new ModelId(77),
                        "fraud-scorer-edge",
                        new RiskProfile(RiskLevel.HIGH, null, null, null, null, null)))
                .record(new ModelEvent.DependencyAdded(
                        new ModelId(77), ORGANIZATION, 901, MODEL, 106L, null, DependencyType.DISTILLED_FROM, null));
    }

    private static ModelEvent.ComplianceStatusChangeBlocked blocked() {
        var facts = new Facts(ComplianceStatus.DRAFT, ComplianceStatus.APPROVED, RiskLevel.HIGH, 18, false);
        return new ModelEvent.ComplianceStatusChangeBlocked(
                MODEL,
                ORGANIZATION,
                ComplianceStatus.DRAFT,
                ComplianceStatus.APPROVED,
                "Release of Friday",
                "Looks fine",
                List.of(new PolicyCheck(new PolicyId(3), 1, Verdict.FAIL)),
                List.of(new Finding(
                        800,
                        new PolicyId(3),
                        "Four eyes",
                        1,
                        ConditionType.REQUIRE_REVIEW_FOR_HIGH_RISK,
                        PolicyMode.ENFORCE,
                        "A model of high risk needs an endorsing review by somebody other than who registered or submitted it.",
                        "an endorsing review by somebody else",
                        "no independent endorsement",
                        facts)),
                List.of());
    }

    /** A model with so many versions, metrics and events, for measuring. */
    public static ReportFixture big(int versions, int metrics, int events) {
        var fixture = full();
        for (int i = 1; i <= versions; i++) {
            fixture.version(10_000 + i, "2." + i);
        }
        for (int i = 0; i < metrics; i++) {
            fixture.metric(20_000 + i, 10_001 + i % versions, "metric_" + i % 10, Math.sin(i) / 3 + 0.5);
        }
        for (int i = fixture.model.size(); i < events; i++) {
            fixture.record(new ModelEvent.ModelDetailsChanged(
                    MODEL,
                    ORGANIZATION,
                    List.of(new FieldChange("description", "The state of week " + i, "The state of week " + (i + 1)))));
        }
        return fixture;
    }
}
