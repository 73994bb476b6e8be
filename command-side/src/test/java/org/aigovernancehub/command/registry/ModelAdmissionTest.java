package org.aigovernancehub.command.registry;

import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.CLOSED;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_ADMIN;
import static org.aigovernancehub.command.pipeline.Callers.PLATFORM_AUDITOR;
import static org.aigovernancehub.command.pipeline.Callers.STRANGER;
import static org.aigovernancehub.command.registry.ModelCase.MODEL;
import static org.aigovernancehub.command.registry.ModelCase.VERSION;
import static org.aigovernancehub.command.registry.ModelCase.move;
import static org.aigovernancehub.command.registry.ModelCase.renaming;
import static org.aigovernancehub.command.registry.ModelCase.riskTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aigovernancehub.api.dataset.DatasetId;
import org.aigovernancehub.api.identity.Role;
import org.aigovernancehub.api.organization.OrganizationId;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.DatasetType;
import org.aigovernancehub.api.registry.DependencyType;
import org.aigovernancehub.api.registry.ModelCommand;
import org.aigovernancehub.api.registry.ModelCommand.AddDependency;
import org.aigovernancehub.api.registry.ModelCommand.LinkDataset;
import org.aigovernancehub.api.registry.ModelCommand.Measurement;
import org.aigovernancehub.api.registry.ModelCommand.RecordMetrics;
import org.aigovernancehub.api.registry.ModelCommand.RecordReview;
import org.aigovernancehub.api.registry.ModelCommand.RegisterVersion;
import org.aigovernancehub.api.registry.ModelId;
import org.aigovernancehub.api.registry.ReviewOutcome;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.command.pipeline.Callers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may send which command to an existing model, on which version, and when. The model is under review, where all can be accepted. */
class ModelAdmissionTest {

    /**
     * A command, and who may send it.
     *
     * @param least the weakest role that may
     */
    enum Sent {
        RENAME(renaming("ranker"), Role.MODEL_OWNER),
        CHANGE_RISK(riskTo(RiskLevel.HIGH), Role.MODEL_OWNER),
        REGISTER_VERSION(new RegisterVersion(MODEL, "1.0", null, null), Role.MODEL_OWNER),
        RECORD_METRICS(new RecordMetrics(MODEL, VERSION, List.of(new Measurement("auc", 1))), Role.MODEL_OWNER),
        LINK_DATASET(new LinkDataset(MODEL, new DatasetId(5), DatasetType.TRAINING, null, null), Role.MODEL_OWNER),
        ADD_DEPENDENCY(
                new AddDependency(MODEL, new ModelId(7), null, null, DependencyType.DERIVED_FROM, null),
                Role.MODEL_OWNER),
        REVIEW(new RecordReview(MODEL, ReviewOutcome.ENDORSED, "Good."), Role.COMPLIANCE_OFFICER),
        APPROVE(move(ComplianceStatus.APPROVED), Role.COMPLIANCE_OFFICER),
        RETURN_TO_DRAFT(move(ComplianceStatus.DRAFT), Role.COMPLIANCE_OFFICER),
        RETIRE(move(ComplianceStatus.RETIRED), Role.MODEL_OWNER),
        SUBMIT(move(ComplianceStatus.UNDER_REVIEW), Role.MODEL_OWNER);

        private final ModelCommand command;
        private final Role least;

        Sent(ModelCommand command, Role least) {
            this.command = command;
            this.least = least;
        }
    }

    @Test
    void everyCommandToAnExistingModelIsTriedHere() {
        var tried = Arrays.stream(Sent.values())
                .<Class<?>>map(sent -> sent.command.getClass())
                .collect(Collectors.toSet());
        // Those that make a model, and those that change nothing, are admitted elsewhere.
        var others = Set.of(
                ModelCommand.RegisterModel.class,
                ModelCommand.AssessTransitions.class,
                ModelCommand.AssessApproval.class);
        var all = Stream.<Class<?>>of(ModelCommand.class.getPermittedSubclasses())
                .filter(type -> !others.contains(type))
                .toList();
        assertThat(tried).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @EnumSource
    void exactlyTheRolesThatMayAreLetIn(Sent sent) {
        for (var role : Role.values()) {
            var decision = model(ACME).when(Callers.with(role), sent.command);
            if (role.compareTo(sent.least) >= 0) {
                assertThat(decision.problem()).as(role.wire()).isNull();
            } else {
                assertThat(decision.thenProblem(ProblemType.FORBIDDEN).detail()).contains(sent.least.wire());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void platformAdminsActEverywhereAndPlatformAuditorsNowhere(Sent sent) {
        assertThat(model(ACME).when(PLATFORM_ADMIN, sent.command).problem()).isNull();
        model(ACME).when(PLATFORM_AUDITOR, sent.command).thenProblem(ProblemType.FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownModelAndAForeignOneLookTheSame(Sent sent) {
        var unknown = new ModelCase().when(ADMIN, sent.command).thenProblem(ProblemType.NOT_FOUND);
        var foreign = model(ACME).when(STRANGER, sent.command).thenProblem(ProblemType.NOT_FOUND);
        // Nor does a version that does not fit tell that it is there.
        var stale = model(ACME).when(STRANGER, 17L, sent.command).thenProblem(ProblemType.NOT_FOUND);
        assertThat(foreign.detail()).isEqualTo(unknown.detail()).isEqualTo("There is no model 42.");
        assertThat(stale.detail()).isEqualTo(unknown.detail());
        assertThat(foreign.members()).isEqualTo(unknown.members()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheVersionThatItHasIsFresh(Sent sent) {
        for (long version : new long[] {0, 1, 3}) {
            model(ACME).when(ADMIN, version, sent.command).thenProblem(ProblemType.STALE_VERSION);
        }
        assertThat(model(ACME).when(ADMIN, 2L, sent.command).problem()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void anInactiveOrganisationTakesNoWrites(Sent sent) {
        model(CLOSED).when(PLATFORM_ADMIN, sent.command).thenProblem(ProblemType.FORBIDDEN);
        var model = model(ACME);
        model.tenants.deactivateAll();
        model.when(ADMIN, sent.command).thenProblem(ProblemType.FORBIDDEN);
    }

    static Stream<Sent> writes() {
        return Arrays.stream(Sent.values())
                .filter(sent -> !(sent.command instanceof ModelCommand.ChangeComplianceStatus));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aRetiredModelTakesNoWrites(Sent sent) {
        var model = model(ACME);
        model.when(ADMIN, move(ComplianceStatus.RETIRED)).thenAccepted();
        var before = model.view();
        model.when(ADMIN, sent.command).thenProblem(ProblemType.MODEL_RETIRED);
        assertThat(model.view()).isEqualTo(before);
        assertThat(model.names.claims).isEmpty();
        assertThat(model.lineage.taken).isEmpty();
    }

    @Test
    void theRoleIsJudgedBeforeTheVersionAndTheVersionBeforeTheNotes() {
        var withoutNotes = new ModelCommand.ChangeComplianceStatus(MODEL, ComplianceStatus.APPROVED, null, null);
        model(ACME).when(Callers.ENGINEER, 17L, withoutNotes).thenProblem(ProblemType.FORBIDDEN);
        model(ACME).when(ADMIN, 17L, withoutNotes).thenProblem(ProblemType.STALE_VERSION);
        model(ACME).when(ADMIN, 2L, withoutNotes).thenProblem(ProblemType.MISSING_FIELD);
    }

    private static ModelCase model(OrganizationId organization) {
        var model = ModelCase.registered(RiskLevel.LIMITED, organization).in(ComplianceStatus.UNDER_REVIEW);
        model.versions.models.put(VERSION, MODEL);
        return model;
    }
}
