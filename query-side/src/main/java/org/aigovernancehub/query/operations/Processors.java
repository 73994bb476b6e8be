package org.aigovernancehub.query.operations;

import static org.aigovernancehub.query.read.Columns.constant;
import static org.aigovernancehub.query.read.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.query.projection.Generation;
import org.aigovernancehub.query.projection.ReadModels;
import org.aigovernancehub.query.read.ReadCall;
import org.aigovernancehub.query.read.ReadGate;
import org.aigovernancehub.query.read.Reading;
import org.aigovernancehub.query.read.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how far the projections have come; at once, however far that is. */
@Component
public final class Processors {
    private static final String SELECT = """
            SELECT g.name, g.state, g.position, g.parked, highest.position AS highest,
                   greatest(0, round(extract(epoch FROM clock_timestamp() - next.sequenced_at), 3)) AS age
              FROM read_model.generation g
             CROSS JOIN (SELECT coalesce(max(position), 0) AS position FROM event_store.event_position) highest
              LEFT JOIN event_store.event_position next ON next.position = g.position + 1
             ORDER BY array_position(ARRAY['live', 'building', 'requested', 'retired'], g.state), g.name""";

    private final ReadGate gate;
    private final ReadModels models;

    Processors(ReadGate gate, ReadModels models) {
        this.gate = gate;
        this.models = models;
    }

    /** Returns the projections of both generations, those that answer reads first. */
    public List<ProcessorView> all() {
        var system = new ReadCall(Caller.system(null), true, "", null, List.of());
        return gate.read(system, this::all).value();
    }

    Reading<List<ProcessorView>> all(ReadCall call) {
        return gate.read(new ReadCall(call.caller(), true, call.path(), call.query(), call.accept()), this::all);
    }

    private List<ProcessorView> all(Snapshot snapshot) {
        return snapshot.list(SELECT, Progress::of).stream()
                .flatMap(progress -> models.projections().stream().map(name -> view(name, progress)))
                .toList();
    }

    private ProcessorView view(String name, Progress progress) {
        boolean follows =
                switch (progress.state) {
                    case LIVE, BUILDING -> true;
                    case REQUESTED, RETIRED -> false;
                };
        return new ProcessorView(
                name,
                progress.generation,
                progress.state,
                progress.position,
                progress.highest,
                follows ? progress.highest - progress.position : null,
                follows ? progress.age : null,
                progress.parked,
                progress.state == Generation.State.LIVE ? failure() : null);
    }

    private @Nullable String failure() {
        return models.failure()
                .orElse(models.isRunning() ? null : "The thread that applies events has ended; restart this hub.");
    }

    /** @param age of the next event, in seconds; 0 where there is none yet */
    private record Progress(
            String generation, Generation.State state, long position, long highest, long parked, double age) {

        static Progress of(ResultSet row, int index) throws SQLException {
            return new Progress(
                    text(row, "name"),
                    constant(row, "state", Generation.State.class),
                    row.getLong("position"),
                    row.getLong("highest"),
                    row.getLong("parked"),
                    row.getDouble("age"));
        }
    }
}
