package org.aigovernancehub.reliability.scenario;

/** Makes scenarios. */
public final class Scenarios {
    private Scenarios() {}

    public static Scenario of(Scenario.Kind kind, Stage stage) {
        return switch (kind) {
            case KILL -> new Kill(stage);
            case CONTEND, NETWORK, PAUSE, POISON, DISK, CALLS -> throw new IllegalArgumentException(kind.toString());
        };
    }
}
