package org.aigovernancehub.command.pipeline;

import java.util.List;
import org.aigovernancehub.api.policy.Finding;
import org.aigovernancehub.api.registry.ComplianceStatus;

/**
 * What an aggregate decided. A refusal is an outcome, not an exception: a rollback would erase it from the audit trail.
 *
 * @param <S> what the answer is built from
 */
public sealed interface Outcome<S> {

    /** Returns the state after the decision. */
    S state();

    /** Returns how many events the aggregate has; the answer's {@code ETag}. */
    long version();

    /**
     * It happened, and is recorded.
     *
     * @param warnings what policies that only warn objected
     */
    record Accepted<S>(S state, long version, List<Finding> warnings) implements Outcome<S> {
        public Accepted {
            warnings = List.copyOf(warnings);
        }

        public Accepted(S state, long version) {
            this(state, version, List.of());
        }
    }

    /** It was so already; a retry is not a new fact. */
    record Unchanged<S>(S state, long version) implements Outcome<S> {}

    /** Enforced policies refused; the refusal is recorded. */
    record Blocked<S>(S state, long version, List<Finding> findings, List<Finding> warnings) implements Outcome<S> {
        public Blocked {
            findings = List.copyOf(findings);
            warnings = List.copyOf(warnings);
        }
    }

    /** The lifecycle has no such move; the attempt is recorded. */
    record Rejected<S>(S state, long version, ComplianceStatus from, ComplianceStatus to) implements Outcome<S> {}
}
