package org.aigovernancehub.command.pipeline;

/** Hands out ids, unique per kind. Drawn inside the command's transaction, after the idempotency check. */
public interface Ids extends DecisionPort {

    long next(Kind kind);

    /** What has ids of its own. */
    enum Kind {
        ORGANIZATION,
        USER,
        TOKEN,
        MODEL,
        VERSION,
        METRIC,
        REVIEW,
        LINK,
        DEPENDENCY,
        DATASET,
        POLICY,
        VIOLATION
    }
}
