package org.aigovernancehub.query.dashboard;

import static org.aigovernancehub.query.read.Columns.constant;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aigovernancehub.api.registry.ComplianceStatus;
import org.aigovernancehub.query.read.Snapshot;

/**
 * How long reviews took, by what they ended in, over everything that the caller sees; and how long the one has lasted that began first.
 *
 * @param ended the distribution for each state that a review can end in, empty ones included
 * @param oldestSeconds 0 if no model is under review
 */
record ReviewTimes(Map<ComplianceStatus, Distribution> ended, double oldestSeconds) {
    /** Bounds of the buckets; hours for teams that decide at once, months for those that do not. */
    static final List<Duration> BOUNDS = List.of(
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(30),
            Duration.ofDays(90));

    /** The bound of what is longer than all others. */
    static final long UNBOUNDED = Long.MAX_VALUE;

    private static final String COUNTS =
            "SELECT compliance_status, at_most_seconds, sum(reviews) AS reviews FROM review_count GROUP BY 1, 2";
    private static final String TIMES =
            "SELECT compliance_status, sum(milliseconds) AS milliseconds FROM review_time GROUP BY 1";
    /** The first entry of an index, however many models are under review. */
    private static final String OLDEST =
            "SELECT coalesce(greatest(0, extract(epoch FROM clock_timestamp() - min(since))), 0) FROM review_wait";

    /**
     * Reviews that ended in the same state.
     *
     * @param counts by the bound of their bucket, in seconds, every bound there, not cumulative
     */
    record Distribution(TreeMap<Long, Long> counts, double seconds) {}

    static ReviewTimes read(Snapshot snapshot) {
        var counts = new EnumMap<ComplianceStatus, TreeMap<Long, Long>>(ComplianceStatus.class);
        ComplianceStatus.UNDER_REVIEW.next().forEach(status -> counts.put(status, noCounts()));
        snapshot.list(
                COUNTS,
                (row, _) -> counts.computeIfAbsent(
                                constant(row, "compliance_status", ComplianceStatus.class), _ -> noCounts())
                        .merge(row.getLong("at_most_seconds"), row.getLong("reviews"), Long::sum));
        var seconds = new EnumMap<ComplianceStatus, Double>(ComplianceStatus.class);
        snapshot.list(
                TIMES,
                (row, _) -> seconds.put(
                        constant(row, "compliance_status", ComplianceStatus.class),
                        row.getLong("milliseconds") / 1_000.0));
        var ended = new EnumMap<ComplianceStatus, Distribution>(ComplianceStatus.class);
        counts.forEach(
                (status, byBound) -> ended.put(status, new Distribution(byBound, seconds.getOrDefault(status, 0.0))));
        return new ReviewTimes(
                ended, snapshot.list(OLDEST, (row, _) -> row.getDouble(1)).getFirst());
    }

    private static TreeMap<Long, Long> noCounts() {
        var counts = new TreeMap<Long, Long>();
        BOUNDS.forEach(bound -> counts.put(bound.toSeconds(), 0L));
        counts.put(UNBOUNDED, 0L);
        return counts;
    }

    /** Returns the bound of the bucket that a review of this length belongs to, in seconds. */
    static long boundOf(Duration length) {
        return BOUNDS.stream()
                .filter(bound -> length.compareTo(bound) <= 0)
                .mapToLong(Duration::toSeconds)
                .findFirst()
                .orElse(UNBOUNDED);
    }
}
