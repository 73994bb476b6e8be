package org.aigovernancehub.query.audit;

import static org.aigovernancehub.query.read.Columns.time;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.aigovernancehub.api.Wire;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.query.listing.ListQuery;
import org.aigovernancehub.query.read.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * How many entries of the audit trail each time has. Every bucket between the first and the last is there, zero included.
 *
 * @param total how many entries were counted
 * @param complete whether these are all; else older ones were left out
 */
record AuditHistogram(Bucket bucket, long total, boolean complete, List<Bar> buckets) {
    private static final int COUNTED = 100_000;
    private static final int BUCKETS = 366;
    /** More than can be told apart at a glance. */
    private static final int ENOUGH = 120;

    AuditHistogram {
        buckets = List.copyOf(buckets);
    }

    /** How long a bucket is. */
    enum Bucket implements Wire {
        HOUR,
        DAY,
        WEEK,
        MONTH;

        OffsetDateTime start(OffsetDateTime time) {
            return switch (this) {
                case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
                case DAY -> time.truncatedTo(ChronoUnit.DAYS);
                case WEEK -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            };
        }

        OffsetDateTime next(OffsetDateTime start) {
            return switch (this) {
                case HOUR -> start.plusHours(1);
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
            };
        }

        /** Returns how many lie from the one with a time to the one with another. */
        long between(OffsetDateTime first, OffsetDateTime last) {
            var unit =
                    switch (this) {
                        case HOUR -> ChronoUnit.HOURS;
                        case DAY -> ChronoUnit.DAYS;
                        case WEEK -> ChronoUnit.WEEKS;
                        case MONTH -> ChronoUnit.MONTHS;
                    };
            return unit.between(start(first), start(last)) + 1;
        }
    }

    @Schema(name = "AuditHistogramBar")
    record Bar(Instant start, long count) {}

    /**
     * Counts the entries of a list.
     *
     * @param entries the newest first
     * @param wanted null for the one that fits
     * @throws ProblemException if it takes more buckets than there may be
     */
    static AuditHistogram count(
            Snapshot snapshot, ListQuery<AuditEntry> entries, AuditFilter filter, @Nullable Bucket wanted) {
        var selection = entries.selection(snapshot, COUNTED + 1, true);
        var hours = new TreeMap<OffsetDateTime, Long>();
        snapshot.list(
                        "SELECT date_trunc('hour', recorded_at, 'UTC') AS hour, count(*) AS entries FROM (%s) entry GROUP BY 1"
                                .formatted(selection.sql()),
                        (row, _) -> Map.entry(time(row, "hour").atOffset(ZoneOffset.UTC), row.getLong("entries")),
                        selection.arguments().toArray())
                .forEach(hour -> hours.put(hour.getKey(), hour.getValue()));
        long counted = hours.values().stream().mapToLong(Long::longValue).sum();
        boolean complete = counted <= COUNTED;
        var first = complete && filter.from() != null ? filter.from().atOffset(ZoneOffset.UTC) : firstOf(hours);
        var last = filter.to() != null ? filter.to().minusNanos(1_000).atOffset(ZoneOffset.UTC) : lastOf(hours);
        if (first == null || last == null || first.isAfter(last)) {
            return new AuditHistogram(Objects.requireNonNullElse(wanted, Bucket.DAY), counted, complete, List.of());
        }
        var bucket = wanted != null ? wanted : fitting(first, last);
        if (bucket.between(first, last) > BUCKETS) {
            throw new ProblemException(
                    ProblemType.INVALID_FIELDS,
                    "bucket: from %s to %s there are more than %d of a %s; ask for longer ones, or for a shorter time."
                            .formatted(first.toLocalDate(), last.toLocalDate(), BUCKETS, bucket.wire()));
        }
        return new AuditHistogram(bucket, counted, complete, bars(hours, bucket, first, last));
    }

    private static @Nullable OffsetDateTime firstOf(NavigableMap<OffsetDateTime, Long> hours) {
        return hours.isEmpty() ? null : hours.firstKey();
    }

    private static @Nullable OffsetDateTime lastOf(NavigableMap<OffsetDateTime, Long> hours) {
        return hours.isEmpty() ? null : hours.lastKey();
    }

    private static Bucket fitting(OffsetDateTime first, OffsetDateTime last) {
        return Arrays.stream(Bucket.values())
                .filter(bucket -> bucket.between(first, last) <= ENOUGH)
                .findFirst()
                .orElse(Bucket.MONTH);
    }

    private static List<Bar> bars(
            NavigableMap<OffsetDateTime, Long> hours, Bucket bucket, OffsetDateTime first, OffsetDateTime last) {
        var bars = new ArrayList<Bar>();
        for (var start = bucket.start(first); !start.isAfter(last); start = bucket.next(start)) {
            long count = hours.subMap(start, true, bucket.next(start), false).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            bars.add(new Bar(start.toInstant(), count));
        }
        return bars;
    }
}
