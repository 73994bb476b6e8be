package org.aigovernancehub.command.pipeline;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The ids that a call has drawn for a proposal. If it has to decide anew it uses them, so that none is left out without need. */
final class DrawnIds {
    private static final String RESOURCE = DrawnIds.class.getName();

    private final Map<Draw, Queue<List<Long>>> drawn = new HashMap<>();

    /** So many ids of a kind. */
    record Draw(Ids.Kind kind, int count) {}

    /** Makes a unit of work use these. */
    void attachTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RESOURCE, this);
    }

    /** Returns those of the call that this thread runs; null where it runs none. */
    static @Nullable DrawnIds current() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().getResource(RESOURCE) : null;
    }

    void add(Draw draw, List<Long> ids) {
        drawn.computeIfAbsent(draw, _ -> new ArrayDeque<>()).add(ids);
    }

    /** Takes the ids of such a draw, in the order in which they were drawn; null if there are none left. */
    @Nullable
    List<Long> take(Draw draw) {
        var left = drawn.get(draw);
        return left == null ? null : left.poll();
    }
}
