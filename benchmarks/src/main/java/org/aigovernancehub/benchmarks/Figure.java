package org.aigovernancehub.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One number of one run.
 *
 * @param scenario what was done
 * @param name what of it was measured
 * @param unit such as {@code 1/s} or {@code ms}
 * @param goal null where the figure only stands beside others
 */
public record Figure(
        String scenario,
        String name,
        String unit,
        double value,
        @Nullable Goal goal) {
    /** What a figure ought to be. */
    public record Goal(boolean atLeast, double bound) {
        public static Goal atLeast(double bound) {
            return new Goal(true, bound);
        }

        public static Goal atMost(double bound) {
            return new Goal(false, bound);
        }

        public boolean reachedBy(double value) {
            return atLeast ? value >= bound : value <= bound;
        }
    }
}
