package org.aigovernancehub.command.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.command.eventstore.PostgresEventStorageEngine;
import org.aigovernancehub.command.eventstore.SnapshotStore;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;

/** Folds the streams that have a snapshot from their start, and compares. A wrong snapshot would decide commands wrongly, and quietly. */
public final class SnapshotCheck {
    private final PostgresEventStorageEngine engine;
    private final SnapshotStore snapshots;

    /** @param engine reads by the same connection as the snapshots */
    public SnapshotCheck(PostgresEventStorageEngine engine, SnapshotStore snapshots) {
        this.engine = engine;
        this.snapshots = snapshots;
    }

    /** @param checked how many snapshots were compared; those of another format, which nobody reads, are not among them */
    public record Outcome(int checked, List<String> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    public Outcome run() {
        var problems = new ArrayList<String>();
        var usable = snapshots.usable();
        for (var snapshot : usable) {
            check(snapshot, problems);
        }
        return new Outcome(usable.size(), problems);
    }

    private void check(SnapshotStore.Usable snapshot, List<String> problems) {
        try {
            var folded = fold(snapshot);
            if (folded == null) {
                problems.add("the snapshot of %s is at event %d, which its stream does not have"
                        .formatted(snapshot.aggregateId(), snapshot.sequenceNumber()));
            } else if (!snapshots.holds(snapshot, folded)) {
                problems.add("the snapshot of %s at its event %d is not what its events make of it"
                        .formatted(snapshot.aggregateId(), snapshot.sequenceNumber()));
            }
        } catch (RuntimeException e) {
            problems.add("the snapshot of %s cannot be compared: %s".formatted(snapshot.aggregateId(), e.getMessage()));
        }
    }

    private @Nullable Object fold(SnapshotStore.Usable snapshot) {
        return fold(snapshot, snapshot.type());
    }

    private <A> @Nullable A fold(SnapshotStore.Usable snapshot, Class<A> type) {
        AggregateModel<A> model =
                AnnotatedAggregateMetaModelFactory.inspectAggregate(type, AxonConfiguration.parametersOfEvents());
        var aggregate = instance(type);
        var events = engine.readEvents(snapshot.aggregateId(), 0);
        long last = -1;
        while (events.hasNext() && last < snapshot.sequenceNumber()) {
            var event = events.next();
            model.publish(event, aggregate);
            last = event.getSequenceNumber();
        }
        return last == snapshot.sequenceNumber() ? aggregate : null;
    }

    private static <A> A instance(Class<A> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
