package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.Figure.Goal;
import org.aigovernancehub.benchmarks.load.HttpRequest;
import org.aigovernancehub.benchmarks.load.Load;

/** Registers models, with a token, validation, an event that is durable and its position. */
public final class RegisterModels implements Scenario {
    private static final String TITLE = "register a model";
    private static final double RATE = 2_500;
    private static final double HIGHEST_P99_MILLIS = 50;
    private static final Duration RUN = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "register";
    }

    @Override
    public List<Figure> run(World world) {
        var prefix = world.unique("registered");
        Load.Source models = (connection, number) -> HttpRequest.of(
                "POST", World.API + "/models/", world.engineer(), """
                {"name":"%s-%d-%d","owner":"Fraud team","description":"Scores card payments","risk_level":"high",\
                "domain":"finance","intended_purpose":"Stop fraud before it is booked","environment":"prod"}""".formatted(prefix, connection, number));
        var fastest = World.all(201, world.load().asFastAsPossible(world.scaled(RUN.dividedBy(3)), models));
        var offset = world.unique("paced");
        Load.Source paced = (connection, number) -> HttpRequest.of(
                "POST",
                World.API + "/models/",
                world.engineer(),
                "{\"name\":\"%s-%d-%d\",\"owner\":\"Fraud team\",\"risk_level\":\"high\",\"environment\":\"prod\"}"
                        .formatted(offset, connection, number));
        var steady = World.all(201, world.load().atRate(RATE, world.scaled(RUN), paced));
        return List.of(
                new Figure(TITLE, "as fast as possible", "1/s", fastest.perSecond(), Goal.atLeast(RATE)),
                new Figure(
                        TITLE,
                        "answered at 2,500 a second asked for",
                        "1/s",
                        steady.perSecond(),
                        Goal.atLeast(RATE * 0.99)),
                new Figure(TITLE, "p50 at that rate", "ms", steady.millis(50), null),
                new Figure(TITLE, "p99 at that rate", "ms", steady.millis(99), Goal.atMost(HIGHEST_P99_MILLIS)));
    }
}
