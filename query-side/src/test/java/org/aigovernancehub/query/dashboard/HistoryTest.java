package org.aigovernancehub.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.query.dashboard.History.ActivityOfDay;
import org.aigovernancehub.query.dashboard.History.Change;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void aDayWithoutChangesIsLikeTheDayBefore() {
        var history = new History(
                List.of(
                        new Change(TODAY.minusDays(3), RiskLevel.HIGH, ComplianceStatus.DRAFT, 2),
                        new Change(TODAY, RiskLevel.HIGH, ComplianceStatus.DRAFT, -1),
                        new Change(TODAY, RiskLevel.HIGH, ComplianceStatus.APPROVED, 1)),
                List.of(new ActivityOfDay(TODAY, Activity.APPROVALS, 1)));

        var days = history.before(now(5, 1), TODAY, 4);

        assertThat(days)
                .extracting(History.Day::date)
                .containsExactly(TODAY.minusDays(3), TODAY.minusDays(2), TODAY.minusDays(1), TODAY);
        assertThat(days)
                .extracting(day -> day.modelsByComplianceStatus().get(ComplianceStatus.DRAFT))
                .containsExactly(6L, 6L, 6L, 5L);
        assertThat(days)
                .extracting(day -> day.modelsByComplianceStatus().get(ComplianceStatus.APPROVED))
                .containsExactly(0L, 0L, 0L, 1L);
        assertThat(days)
                .extracting(day -> day.modelsByRiskLevel().get(RiskLevel.HIGH))
                .containsOnly(6L);
        assertThat(days).extracting(History.Day::approvals).containsExactly(0L, 0L, 0L, 1L);
    }

    @Test
    void whatCameBeforeTheFirstDayIsCarriedIntoIt() {
        var days = new History(List.of(), List.of()).before(now(3, 0), TODAY, 1);

        assertThat(days)
                .singleElement()
                .satisfies(day -> assertThat(day.modelsByRiskLevel())
                        .containsEntry(RiskLevel.HIGH, 3L)
                        .containsEntry(RiskLevel.MINIMAL, 0L)
                        .hasSize(RiskLevel.values().length));
    }

    @Test
    void changesOfADayThatHasNotComeYetAreNotOfToday() {
        var tomorrow = new Change(TODAY.plusDays(1), RiskLevel.HIGH, ComplianceStatus.DRAFT, 1);

        var days = new History(List.of(tomorrow), List.of()).before(now(4, 0), TODAY, 1);

        assertThat(days.getFirst().modelsByRiskLevel()).containsEntry(RiskLevel.HIGH, 3L);
    }

    private static ModelCounts now(long drafts, long approved) {
        var counts = new ModelCounts();
        counts.add(RiskLevel.HIGH, ComplianceStatus.DRAFT, drafts);
        counts.add(RiskLevel.HIGH, ComplianceStatus.APPROVED, approved);
        return counts;
    }
}
