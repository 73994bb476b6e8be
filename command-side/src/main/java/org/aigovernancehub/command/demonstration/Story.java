package org.aigovernancehub.command.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DataClassification;
import org.aigovernancehub.api.registry.DataSensitivity;
import org.aigovernancehub.api.registry.DatasetType;
import org.aigovernancehub.api.registry.DependencyType;
import org.aigovernancehub.api.registry.Environment;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.api.registry.ModelCommand.Measurement;
import org.aigovernancehub.api.registry.ModelDetails;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.ReviewOutcome;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.RiskProfile;
import org.aigovernancehub.api.registry.VersionView;
import org.aigovernancehub.command.demonstration.Year.Action;
import org.aigovernancehub.command.pipeline.Ids;
import org.aigovernancehub.command.pipeline.Outcome;
import org.jspecify.annotations.Nullable;

/** The life of one model, told in the order in which it happens. */
final class Story {
    private static final Duration SHORTLY = Duration.ofSeconds(95);
    private static final int LEAST_MINUTES = 20;
    private static final int MORE_MINUTES = 25;
    private static final int LATEST_START = 330;

    private final House house;
    private final Person owner;
    private final Environment environment;
    private final String name;
    private final String description;
    private DataSensitivity sensitivity = DataSensitivity.INTERNAL;
    private DataClassification classification = DataClassification.INTERNAL;
    private RiskProfile risk = new RiskProfile(RiskLevel.UNCLASSIFIED, null, null, null, null, null);
    private Instant present = Instant.EPOCH;
    private @Nullable ModelId id;
    private long version;

    Story(House house, Person owner, Environment environment, String name, String description) {
        this.house = house;
        this.owner = owner;
        this.environment = environment;
        this.name = name;
        this.description = description;
    }

    Story touches(DataSensitivity data, DataClassification handling) {
        sensitivity = data;
        classification = handling;
        return this;
    }

    Story risk(RiskLevel level, String domain, String harm, String purpose, String sources, String oversight) {
        risk = new RiskProfile(level, domain, harm, purpose, sources, oversight);
        return this;
    }

    /** Moves on to a day; what follows happens then. */
    Story on(int ago) {
        var beginning = house.year().days().beginning(ago);
        if (!beginning.isAfter(present)) {
            throw new IllegalStateException("%s goes back in time, to %d days ago".formatted(name, ago));
        }
        // Not everybody begins with this; today's work has to be over before now.
        present = ago == 0
                ? beginning
                : beginning.plus(Duration.ofMinutes(house.year().random().nextLong(LATEST_START)));
        return this;
    }

    private Story then(Person who, Action action) {
        present = present.plus(
                Duration.ofMinutes(LEAST_MINUTES + house.year().random().nextLong(MORE_MINUTES)));
        house.year().add(present, who, action);
        return this;
    }

    private Story shortlyAfter(Person who, boolean byToken, Action action) {
        present = present.plus(SHORTLY);
        house.year().add(present, who, byToken, action);
        return this;
    }

    Story registered() {
        return then(owner, stage -> {
            id = new ModelId(stage.next(Ids.Kind.MODEL));
            stage.accepted(new ModelCommand.RegisterModel(
                    id(),
                    house.id(),
                    environment,
                    new ModelDetails(
                            name, description, owner.username(), sensitivity, classification, "EU", house.sector()),
                    risk));
        });
    }

    /** A new version with what its evaluation measured; recorded by the engineer's pipeline, where there is one. */
    Story version(String tag, Measurement... measured) {
        var path = "s3://models/%s/%s/model.tar.gz"
                .formatted(name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), tag);
        var digest = new byte[32];
        house.year().random().nextBytes(digest);
        then(owner, stage -> {
            var registered = stage.<VersionView>accepted(new ModelCommand.RegisterVersion(
                    id(), tag, path, "sha256:" + java.util.HexFormat.of().formatHex(digest)));
            version = registered.id();
        });
        return measured.length == 0 ? this : measured(measured);
    }

    /** What a later evaluation of the latest version measured. */
    Story measured(Measurement... measured) {
        return shortlyAfter(
                owner, true, stage -> stage.accepted(new ModelCommand.RecordMetrics(id(), version, List.of(measured))));
    }

    Story uses(House.Data data, DatasetType use) {
        return shortlyAfter(
                owner, false, stage -> stage.accepted(new ModelCommand.LinkDataset(id(), data.id(), use, null, null)));
    }

    Story cameFrom(Story parent, DependencyType how, String notes) {
        return shortlyAfter(
                owner,
                false,
                stage -> stage.accepted(new ModelCommand.AddDependency(id(), parent.id(), null, null, how, notes)));
    }

    Story describedAs(String text) {
        return then(
                owner,
                stage -> stage.accepted(new ModelCommand.ChangeModelDetails(
                        id(),
                        Patch.absent(),
                        Patch.of(text),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent())));
    }

    Story riskBecame(Person by, RiskLevel level, String harm) {
        return then(
                by,
                stage -> stage.accepted(new ModelCommand.ChangeRiskProfile(
                        id(),
                        Patch.of(level),
                        Patch.absent(),
                        Patch.of(harm),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent())));
    }

    Story submitted(String reason) {
        return submitted(owner, reason);
    }

    Story submitted(Person by, String reason) {
        return moved(by, ComplianceStatus.UNDER_REVIEW, reason, null);
    }

    Story endorsed(Person by, String notes) {
        return reviewed(by, ReviewOutcome.ENDORSED, notes);
    }

    Story changesRequested(Person by, String notes) {
        return reviewed(by, ReviewOutcome.CHANGES_REQUESTED, notes);
    }

    private Story reviewed(Person by, ReviewOutcome outcome, String notes) {
        return then(by, stage -> stage.accepted(new ModelCommand.RecordReview(id(), outcome, notes)));
    }

    Story approved(Person by, String notes) {
        return moved(by, ComplianceStatus.APPROVED, null, notes);
    }

    /** Approved although a policy that only warns objects. */
    Story approvedDespiteWarnings(Person by, String notes) {
        return attempted(by, ComplianceStatus.APPROVED, null, notes, outcome -> {
            if (!(outcome instanceof Outcome.Accepted<ModelView> accepted)
                    || accepted.warnings().isEmpty()) {
                throw new IllegalStateException("%s: no warning: %s".formatted(name, outcome));
            }
        });
    }

    Story sentBack(Person by, String reason) {
        return moved(by, ComplianceStatus.DRAFT, reason, null);
    }

    Story retired(Person by, String reason) {
        return moved(by, ComplianceStatus.RETIRED, reason, null);
    }

    private Story moved(Person by, ComplianceStatus to, @Nullable String reason, @Nullable String notes) {
        return attempted(by, to, reason, notes, outcome -> {
            if (!(outcome instanceof Outcome.Accepted<ModelView>)) {
                throw new IllegalStateException("%s: %s".formatted(name, outcome));
            }
        });
    }

    /** Somebody wanted to approve it and policies refused. */
    Story blocked(Person by, String notes) {
        return attempted(by, ComplianceStatus.APPROVED, null, notes, outcome -> {
            if (!(outcome instanceof Outcome.Blocked<ModelView>)) {
                throw new IllegalStateException("%s was to be blocked: %s".formatted(name, outcome));
            }
        });
    }

    /** Somebody wanted a move that the lifecycle does not have. */
    Story rejected(Person by, ComplianceStatus to, String reason) {
        return attempted(by, to, reason, to == ComplianceStatus.APPROVED ? reason : null, outcome -> {
            if (!(outcome instanceof Outcome.Rejected<ModelView>)) {
                throw new IllegalStateException("%s was to be rejected: %s".formatted(name, outcome));
            }
        });
    }

    private Story attempted(
            Person by,
            ComplianceStatus to,
            @Nullable String reason,
            @Nullable String notes,
            Consumer<Outcome<ModelView>> check) {
        return then(
                by,
                stage -> check.accept(stage.send(new ModelCommand.ChangeComplianceStatus(id(), to, reason, notes))));
    }

    private ModelId id() {
        return Objects.requireNonNull(id, name);
    }

    static Measurement m(String metric, double value) {
        return new Measurement(metric, value);
    }
}
