package org.aigovernancehub.command.pipeline;

import java.util.List;
import java.util.stream.Stream;

/** Hands out ids, unique per kind. Drawn inside the command's transaction, after the idempotency check. */
public interface Ids extends DecisionPort {

    long next(Kind kind);

    /** Hands out several at once, ascending. */
    default List<Long> next(Kind kind, int count) {
        return Stream.generate(() -> next(kind)).limit(count).toList();
    }

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
