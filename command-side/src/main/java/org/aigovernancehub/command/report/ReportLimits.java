package org.aigovernancehub.command.report;

import java.time.Duration;

/**
 * What a report may cost.
 *
 * @param atOnce how many are made at the same time; more are refused for the moment
 * @param time how long one may take
 * @param pages how many it may have
 */
public record ReportLimits(int atOnce, Duration time, int pages) {
    /** A model with more events cannot be reported on: all of them are in memory at once. Of each kind of neighbour as many. */
    static final int EVENTS = 20_000;

    /** The same, for what they say, together with those of its organisation, datasets, relatives and policies. */
    static final int CHARACTERS = 24_000_000;

    /** A report that is larger is no document any more. */
    static final int BYTES = 48 << 20;

    public static final ReportLimits DEFAULT = new ReportLimits(2, Duration.ofSeconds(60), 2_000);
}
