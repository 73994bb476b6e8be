package org.aigovernancehub.benchmarks.scenario;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.command.eventstore.PositionSignal;
import org.aigovernancehub.command.eventstore.Sequencer;

/**
 * Positions while one transaction holds an old snapshot, so that nothing which is deleted can be vacuumed, and another one has appended and
 * does not end. The writers that wait for their positions must not get slower for it.
 */
public final class SequencingHeld implements Scenario {
    private static final Duration RUN = Duration.ofMinutes(5);
    private static final int PARTS = 5;
    private static final double LOWEST_SHARE = 0.8;

    @Override
    public String name() {
        return "sequencing-held";
    }

    @Override
    public int runs() {
        return 1;
    }

    @Override
    public List<Figure> run(World world) {
        var appends = Appends.to(world);
        var duration = world.scaled(RUN);
        double[] rates;
        try (var sequencer = new Sequencer(appends.source(), new PositionSignal());
                var snapshot = appends.source().getConnection();
                var writer = appends.source().getConnection()) {
            sequencer.start();
            begin(snapshot);
            snapshot.createStatement().execute("SELECT count(*) FROM event_store.event_pending");
            begin(writer);
            long held = appends.one(writer);
            rates = appends.run("event_store", duration, PARTS, sequencer::positionOf);
            writer.commit();
            World.require(sequencer.positionOf(held) > 1, "the writer that was held has an early position");
            snapshot.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var title =
                String.format(Locale.ROOT, "positions, a snapshot and a writer held for %,d s", duration.toSeconds());
        double first = rates[0];
        double last = rates[PARTS - 1];
        return List.of(
                new Figure(title, "appends, each waits for its position, first fifth", "1/s", first, null),
                new Figure(title, "last fifth", "1/s", last, null),
                new Figure(title, "last fifth to first", "", last / first, Goal.atLeast(LOWEST_SHARE)));
    }

    /** Begins a transaction that nobody ends, as the server would after half a minute, with the snapshot of its first statement. */
    private static void begin(Connection connection) throws SQLException {
        connection.createStatement().execute("SET idle_in_transaction_session_timeout = 0");
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }
}
