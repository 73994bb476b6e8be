package org.aigovernancehub.command.registry;

import static org.aigovernancehub.api.registry.ComplianceStatus.APPROVED;
import static org.aigovernancehub.api.registry.ComplianceStatus.UNDER_REVIEW;
import static org.aigovernancehub.command.pipeline.Callers.ACME;
import static org.aigovernancehub.command.pipeline.Callers.ENGINEER;
import static org.aigovernancehub.command.registry.ModelCase.MODEL;
import static org.aigovernancehub.command.registry.ModelCase.riskTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aigovernancehub.api.FieldChange;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.policy.PolicyMode;
import org.aigovernancehub.api.registry.ComplianceState;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.ModelCommand.ChangeRiskProfile;
import org.aigovernancehub.api.registry.ModelEvent.Cause;
import org.aigovernancehub.api.registry.ModelEvent.ComplianceStatusChanged;
import org.aigovernancehub.api.registry.ModelEvent.RiskProfileChanged;
import org.aigovernancehub.api.registry.ModelView;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.api.registry.RiskProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of risk does to an approval. */
class ModelRiskTest {

    record Change(RiskLevel from, RiskLevel to) {}

    static Stream<Change> everyChange() {
        var changes = new ArrayList<Change>();
        for (var from : RiskLevel.values()) {
            for (var to : RiskLevel.values()) {
                changes.add(new Change(from, to));
            }
        }
        return changes.stream();
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void anyRiseAndNothingElseSendsAnApprovedModelBackToReview(Change risk) {
        // No policy has a say in it.
        var model = ModelCase.registered(risk.from()).in(APPROVED).with(PolicyMode.ENFORCE);
        var before = model.view();
        var decision = model.when(ENGINEER, riskTo(risk.to()));
        if (risk.from() == risk.to()) {
            assertThat(decision.<ModelView>thenUnchanged()).isEqualTo(before);
            return;
        }
        var after = decision.<ModelView>thenAccepted();
        assertThat(after).isEqualTo(model.view());
        assertThat(after.risk().riskLevel()).isEqualTo(risk.to());
        var changed = new RiskProfileChanged(
                MODEL,
                ACME,
                risk.to(),
                List.of(new FieldChange(
                        "risk_level", risk.from().wire(), risk.to().wire())));
        if (risk.to().ordinal() > risk.from().ordinal()) {
            decision.thenEvents(
                    changed,
                    new ComplianceStatusChanged(
                            MODEL,
                            ACME,
                            APPROVED,
                            UNDER_REVIEW,
                            Cause.RISK_RAISED,
                            "The risk rose from %s to %s."
                                    .formatted(risk.from().wire(), risk.to().wire()),
                            null,
                            List.of(),
                            List.of()));
            assertThat(after.compliance())
                    .isEqualTo(new ComplianceState(UNDER_REVIEW, ENGINEER.userId(), null, null, null));
        } else {
            decision.thenEvents(changed);
            assertThat(after.compliance()).isEqualTo(before.compliance());
        }
        assertThat(model.policies.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "UNDER_REVIEW"})
    void aRiseLeavesAModelThatIsNotApprovedWhereItIs(ComplianceStatus status) {
        var model = ModelCase.registered(RiskLevel.UNCLASSIFIED).in(status);
        var decision = model.when(ENGINEER, riskTo(RiskLevel.UNACCEPTABLE));
        assertThat(decision.<ModelView>thenAccepted().status()).isEqualTo(status);
        assertThat(decision.events()).singleElement().isInstanceOf(RiskProfileChanged.class);
    }

    @Test
    void aChangeOfWordsLeavesAnApproval() {
        var model = ModelCase.registered(RiskLevel.HIGH).in(APPROVED);
        var decision = model.when(
                ENGINEER,
                new ChangeRiskProfile(
                        MODEL,
                        Patch.absent(),
                        Patch.of(null),
                        Patch.of("Unfair refusals"),
                        Patch.of("Scoring"),
                        Patch.of("Ledger"),
                        Patch.of("Appeals")));
        var after = decision.<ModelView>thenAccepted();
        assertThat(after.status()).isEqualTo(APPROVED);
        assertThat(after.risk())
                .isEqualTo(new RiskProfile(RiskLevel.HIGH, null, "Unfair refusals", "Scoring", "Ledger", "Appeals"));
        decision.thenEvents(new RiskProfileChanged(
                MODEL,
                ACME,
                RiskLevel.HIGH,
                List.of(
                        new FieldChange("domain", "credit", null),
                        new FieldChange("potential_harm", null, "Unfair refusals"),
                        new FieldChange("intended_purpose", null, "Scoring"),
                        new FieldChange("data_sources", null, "Ledger"),
                        new FieldChange("oversight_plan", null, "Appeals"))));
    }
}
