package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.command.eventstore.PositionSignal;
import org.aigovernancehub.command.eventstore.Sequencer;

/** What positions cost: events that are appended and no more, and events whose writers wait for their positions, by the hub's sequencer. */
public final class Sequencing implements Scenario {
    private static final String TITLE = "positions";
    private static final double LOWEST_SHARE = 0.5;
    private static final Duration RUN = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "sequencing";
    }

    @Override
    public List<Figure> run(World world) {
        var appends = Appends.to(world);
        var duration = world.scaled(RUN);
        double plain = appends.run("plain", duration, 1, _ -> {})[0];
        double waiting;
        try (var sequencer = new Sequencer(appends.source(), new PositionSignal())) {
            sequencer.start();
            waiting = appends.run("event_store", duration, 1, sequencer::positionOf)[0];
        }
        return List.of(
                new Figure(TITLE, "appends, to a table alike that is not numbered", "1/s", plain, null),
                new Figure(TITLE, "appends, each waits for its position", "1/s", waiting, null),
                new Figure(TITLE, "waiting to not waiting", "", waiting / plain, Goal.atLeast(LOWEST_SHARE)));
    }
}
