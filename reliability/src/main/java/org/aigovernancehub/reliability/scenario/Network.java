package org.aigovernancehub.reliability.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.aigovernancehub.reliability.fleet.TcpProxy.Weather;

/** The network between some hubs and PostgreSQL gets bad, one kind after the other, and good again. */
final class Network implements Scenario {
    private static final int SHORTEST_MILLIS = 3_000;
    private static final int SHORT_MILLIS = 5_000;
    private static final int LONG_MILLIS = 60_000;
    private static final int LATEST_MILLIS = 300;

    private final Stage stage;

    Network(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void disturb(int cycle) {
        var random = stage.random(Kind.NETWORK, cycle);
        stage.work(random);
        var weather = weather(cycle);
        var lateness = Duration.ofMillis(20 + random.nextInt(LATEST_MILLIS));
        var lasts = Duration.ofMillis(SHORTEST_MILLIS + random.nextInt(stage.thorough() ? LONG_MILLIS : SHORT_MILLIS));
        // One hub, or all of them.
        var members = stage.fleet().members();
        var concerned = random.nextInt(3) == 0 ? members : List.of(members.get(random.nextInt(members.size())));
        Stage.say(
                "%s at %s for %d ms",
                weather, concerned.stream().map(member -> member.role()).toList(), lasts.toMillis());
        concerned.forEach(member -> member.network().become(weather, lateness));
        Stage.sleep(lasts);
        stage.fleet().heal();
    }

    private Weather weather(int cycle) {
        var bad = new ArrayList<>(List.of(Weather.values()));
        bad.remove(Weather.FAIR);
        Collections.shuffle(bad, new Random(stage.seed()));
        return bad.get(cycle % bad.size());
    }
}
