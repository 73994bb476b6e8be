package org.aigovernancehub.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which bucket a review is counted in. */
class ReviewTimesTest {
    private static final Instant SUBMITTED = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void aReviewIsCountedUnderTheLowestBoundThatItKeeps() {
        assertThat(ReviewTimes.boundOf(Duration.ZERO)).isEqualTo(3_600);
        assertThat(ReviewTimes.boundOf(Duration.ofHours(1))).isEqualTo(3_600);
        assertThat(ReviewTimes.boundOf(Duration.ofHours(1).plusMillis(1))).isEqualTo(4 * 3_600);
        assertThat(ReviewTimes.boundOf(Duration.ofDays(90))).isEqualTo(90 * 86_400L);
    }

    @Test
    void whatIsLongerThanAllBoundsHasNone() {
        assertThat(ReviewTimes.boundOf(Duration.ofDays(90).plusMillis(1))).isEqualTo(ReviewTimes.UNBOUNDED);
    }

    @Test
    void aClockThatIsBehindMakesNoReviewShorterThanNothing() {
        assertThat(ReviewWait.between(SUBMITTED, SUBMITTED.minusSeconds(3))).isEqualTo(Duration.ZERO);
        assertThat(ReviewWait.between(SUBMITTED, SUBMITTED.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
    }
}
