package org.aigovernancehub.command.demonstration;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Counts working days back from now: people do not approve models on Sundays. */
record WorkingDays(Instant now) {
    private static final LocalTime OPENING = LocalTime.of(7, 30);
    private static final Duration TODAY_SO_FAR = Duration.ofHours(4);

    /**
     * Returns when work began on a day.
     *
     * @param ago 1 is the last complete working day; 0 is today, whose work began a few hours before now so that it lies in the past
     */
    Instant beginning(int ago) {
        if (ago == 0) {
            return now.minus(TODAY_SO_FAR).truncatedTo(ChronoUnit.MINUTES);
        }
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int left = ago; left > 0; ) {
            day = day.minusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.atTime(OPENING).toInstant(ZoneOffset.UTC);
    }

    /** Returns until when the API tokens of the year are good: somewhat more than a quarter from now. */
    Instant tokensEnd() {
        return now.plus(Duration.ofDays(100)).truncatedTo(ChronoUnit.HOURS);
    }
}
