package org.aigovernancehub.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import org.aigovernancehub.benchmarks.Figure;
import org.aigovernancehub.benchmarks.load.HttpRequest;
import org.aigovernancehub.benchmarks.load.Load;

/** Registers models, with a token, validation, an event that is durable and its position. */
public final class RegisterModels implements Scenario {
    private static final TwoPaces PACES = new TwoPaces("register a model", 201, 2_500, 50);
    private static final Duration FASTEST = Duration.ofSeconds(20);
    private static final Duration STEADY = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "register";
    }

    @Override
    public List<Figure> run(World world) {
        return PACES.run(world, FASTEST, models(world), STEADY, models(world));
    }

    /** Models under names that nothing else has. */
    private static Load.Source models(World world) {
        var prefix = world.unique("registered");
        return (connection, number) -> HttpRequest.of(
                "POST", World.API + "/models/", world.engineer(), """
                {"name":"%s-%d-%d","owner":"Fraud team","description":"Scores card payments","risk_level":"high",\
                "domain":"finance","intended_purpose":"Stop fraud before it is booked","environment":"prod"}""".formatted(prefix, connection, number));
    }
}
