package org.aigovernancehub.benchmarks.scenario;

import java.util.List;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.system.Processes;

/** What the hub's process holds after all that was run before it. */
public final class Memory implements Scenario {
    static final double HIGHEST_MIB = 600;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Figure> run(World world) {
        double resident = Processes.residentMib(world.hub().process().pid());
        return List.of(
                new Figure("memory, after the loads above", "resident", "MiB", resident, Goal.atMost(HIGHEST_MIB)));
    }
}
