package org.aigovernancehub.benchmarks.scenario;

import java.util.List;
import org.aigovernancehub.benchmarks.Figure;

/** Something that is done to the hub, and measured. */
public interface Scenario {
    /** The name to choose it by, such as {@code register}. */
    String name();

    /** Makes what the runs need, once. */
    default void prepare(World world) {}

    /** Does it once. Every run of a scenario gives the same figures. */
    List<Figure> run(World world);

    /** Whether it takes so long that it is not part of "everything". */
    default boolean onlyByName() {
        return false;
    }

    /** How often it is run; each figure is the median. */
    default int runs() {
        return 3;
    }
}
