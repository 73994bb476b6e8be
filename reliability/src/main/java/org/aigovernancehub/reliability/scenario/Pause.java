package org.aigovernancehub.reliability.scenario;

import java.time.Duration;
import org.aigovernancehub.reliability.fleet.Signals;

/**
 * A hub stands still in the middle of what it does, as on an overloaded machine, and goes on as if nothing had been. Once it stands so long
 * that the server has ended the transactions which it held open.
 */
final class Pause implements Scenario {
    private static final int SHORTEST_MILLIS = 5_000;
    private static final int SHORT_MILLIS = 3_000;
    private static final int LONG_MILLIS = 55_000;
    /** More than the 30 s after which the server ends a transaction in which nothing happens. */
    private static final int FORGOTTEN_MILLIS = 32_000;

    private final Stage stage;

    Pause(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void disturb(int cycle) {
        var random = stage.random(Kind.PAUSE, cycle);
        stage.work(random);
        // The one that numbers, applies and answers, in the first place.
        var member = stage.fleet().members().get(cycle % stage.fleet().members().size());
        var lasts = Duration.ofMillis(
                cycle == 0
                        ? FORGOTTEN_MILLIS
                        : SHORTEST_MILLIS + random.nextInt(stage.thorough() ? LONG_MILLIS : SHORT_MILLIS));
        Stage.say("SIGSTOP of the %s hub for %d ms", member.role(), lasts.toMillis());
        stage.clients().expectSilence(true);
        Signals.pause(member.hub());
        Stage.sleep(lasts);
        stage.fleet().heal();
        stage.clients().expectSilence(false);
    }
}
