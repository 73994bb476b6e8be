package org.aigovernancehub.command.pipeline;

import java.util.EnumMap;
import java.util.Map;

/** Counts each kind from 1. */
public final class CountedIds implements Ids {
    private final Map<Kind, Long> last = new EnumMap<>(Kind.class);

    @Override
    public long next(Kind kind) {
        return last.merge(kind, 1L, Long::sum);
    }
}
