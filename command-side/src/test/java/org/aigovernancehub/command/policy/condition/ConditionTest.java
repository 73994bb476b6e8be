package org.aigovernancehub.command.policy.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.policy.ConditionType;
import org.aigovernancehub.api.policy.Facts;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.RiskLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each condition blocks, as a table; everything that is not in it passes. */
class ConditionTest {
    private static final String ANY = "*";

    /** from, to, risk, number of metrics, whether endorsed independently. */
    private static final Map<ConditionType, List<String>> BLOCKED = Map.of(
            ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL, List.of("* approved * 0 *"),
            ConditionType.BLOCK_HIGH_RISK_WITHOUT_APPROVAL,
                    List.of(
                            "draft approved high * *",
                            "draft approved unacceptable * *",
                            "approved approved high * *",
                            "approved approved unacceptable * *",
                            "retired approved high * *",
                            "retired approved unacceptable * *"),
            ConditionType.REQUIRE_REVIEW_FOR_HIGH_RISK,
                    List.of("* approved high * false", "* approved unacceptable * false"),
            ConditionType.PROHIBIT_UNACCEPTABLE_RISK, List.of("* approved unacceptable * *"));

    @ParameterizedTest
    @EnumSource
    void exactlyWhatTheTableSaysIsBlocked(ConditionType type) {
        var condition = Condition.of(type);
        var wrong = everyFact().stream()
                .filter(facts -> condition.judge(facts).passes() == isBlocked(type, facts))
                .toList();
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyJudgementSaysInWordsWhatIsDemandedAndFound(ConditionType type) {
        for (var facts : everyFact()) {
            var judgement = Condition.of(type).judge(facts);
            assertThat(judgement.reason()).endsWith(".");
            assertThat(judgement.required()).isNotBlank();
            assertThat(judgement.actual()).isNotBlank();
            assertThat(Condition.of(type).judge(facts)).isEqualTo(judgement);
        }
    }

    @Test
    void everyTypeHasItsOwnCondition() {
        assertThat(Arrays.stream(ConditionType.values()).map(Condition::of).distinct())
                .hasSameSizeAs(ConditionType.values())
                .hasSize(Condition.class.getPermittedSubclasses().length);
        assertThat(BLOCKED).containsOnlyKeys(ConditionType.values());
    }

    @Test
    void whatWasFoundIsCountedInWords() {
        assertThat(evaluation(0).actual()).isEqualTo("0 evaluation metrics");
        assertThat(evaluation(1).actual()).isEqualTo("1 evaluation metric");
        assertThat(evaluation(2).actual()).isEqualTo("2 evaluation metrics");
    }

    @Test
    void aRefusalSaysWhatIsMissing() {
        var facts = new Facts(ComplianceStatus.DRAFT, ComplianceStatus.APPROVED, RiskLevel.HIGH, 0, false);
        assertThat(Condition.of(ConditionType.BLOCK_HIGH_RISK_WITHOUT_APPROVAL).judge(facts))
                .isEqualTo(new Judgement(
                        false,
                        "A model of high risk can be approved only while it is under review; submit it first.",
                        "status under_review for risk high or above",
                        "status draft, risk high"));
        assertThat(Condition.of(ConditionType.REQUIRE_REVIEW_FOR_HIGH_RISK)
                        .judge(facts)
                        .actual())
                .isEqualTo("no independent endorsement");
    }

    private static Judgement evaluation(long metrics) {
        return Condition.of(ConditionType.REQUIRE_EVALUATION_BEFORE_APPROVAL)
                .judge(new Facts(ComplianceStatus.DRAFT, ComplianceStatus.APPROVED, RiskLevel.MINIMAL, metrics, false));
    }

    private static List<Facts> everyFact() {
        var facts = new ArrayList<Facts>();
        for (var from : ComplianceStatus.values()) {
            for (var to : ComplianceStatus.values()) {
                for (var risk : RiskLevel.values()) {
                    for (long metrics : new long[] {0, 1, 2, 20_000}) {
                        facts.add(new Facts(from, to, risk, metrics, false));
                        facts.add(new Facts(from, to, risk, metrics, true));
                    }
                }
            }
        }
        return facts;
    }

    private static boolean isBlocked(ConditionType type, Facts facts) {
        return BLOCKED.get(type).stream().anyMatch(row -> matches(row.split(" "), facts));
    }

    private static boolean matches(String[] row, Facts facts) {
        return is(row[0], facts.currentStatus())
                && is(row[1], facts.attemptedStatus())
                && is(row[2], facts.riskLevel())
                && (row[3].equals(ANY) || Long.parseLong(row[3]) == facts.metricCount())
                && (row[4].equals(ANY) || Boolean.parseBoolean(row[4]) == facts.independentEndorsement());
    }

    private static boolean is(String pattern, Wire value) {
        return pattern.equals(ANY) || pattern.equals(value.wire());
    }
}
