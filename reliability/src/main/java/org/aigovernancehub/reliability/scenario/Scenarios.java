package org.aigovernancehub.reliability.scenario;

/** Makes scenarios. */
public final class Scenarios {
    private Scenarios() {}

    public static Scenario of(Scenario.Kind kind, Stage stage) {
        return switch (kind) {
            case KILL -> new Kill(stage);
            case CONTEND -> new Contend(stage);
            case NETWORK -> new Network(stage);
            case PAUSE -> new Pause(stage);
            case DISK -> new Disk(stage, java.util.Objects.requireNonNull(stage.disk()));
            case POISON -> new Poison(stage);
            case CALLS -> new Calls(stage, stage.calls());
            case SKEW -> new Skew(stage, java.util.Objects.requireNonNull(stage.clocks()));
        };
    }
}
