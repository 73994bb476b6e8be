package org.aigovernancehub.reliability.scenario;

import static org.aigovernancehub.hub.e2e.Api.json;

import java.util.List;
import org.aigovernancehub.hub.e2e.Api;
import org.aigovernancehub.hub.e2e.Await;
import org.aigovernancehub.reliability.fleet.Fleet;
import org.aigovernancehub.reliability.load.Clients;

/**
 * An event that a read model cannot take, of three kinds. Until it is healed a read of its entity may say that it does not know; what it must
 * never do is to answer what was before.
 */
final class Poison implements Scenario {
    private static final int READS = 20;
    private static final List<String> GENERATIONS = List.of("read_model_a", "read_model_b");

    private final Stage stage;

    Poison(Stage stage) {
        this.stage = stage;
    }

    private enum Venom {
        /** What a handler runs fails. */
        BUG,
        /** Another row has the value already. */
        UNIQUE_VIOLATION,
        /** The column is too short. */
        VALUE_TOO_LONG
    }

    @Override
    public void disturb(int cycle) {
        var random = stage.random(Kind.POISON, cycle);
        stage.work(random);
        var venom = Venom.values()[cycle % Venom.values().length];
        Stage.say("an event that cannot be applied: %s", venom);
        var writer = stage.fleet()
                .commanding()
                .get(random.nextInt(stage.fleet().commanding().size()));
        var owner = stage.fleet().owner(writer);
        var mark = "poison-%d-%d".formatted(stage.seed(), cycle);
        long other = register(owner, mark + "-other");
        long model = register(owner, mark);
        owner.patch("/models/" + other, json("sector", venom == Venom.UNIQUE_VIOLATION ? mark : "s"))
                .expect(200);
        // Applied before the poison is there.
        stage.fleet()
                .querying()
                .forEach(member ->
                        stage.fleet().owner(member).get("/models/" + other).expect(200));
        seed(venom, mark);
        var poisoned = owner.patch("/models/" + model, json("sector", mark)).expect(200);
        for (int i = 0; i < READS; i++) {
            read(model, poisoned, mark);
        }
        stage.work(random);
        read(model, poisoned, mark);
        takeAway(venom);
        heal(model, poisoned);
        stage.work(random);
    }

    private static long register(Api owner, String name) {
        return owner.post("/models/", json("name", name, "owner", "o"))
                .expect(201)
                .id();
    }

    private void read(long model, Api.Answer written, String mark) {
        for (var member : stage.fleet().querying()) {
            var api = stage.fleet().owner(member);
            var answer = api.get("/models/" + model);
            if (answer.status() != 503) {
                stage.findings()
                        .add(
                                "A model whose last event could not be applied was read: %s, after %s",
                                answer, written.etag());
            }
            var list = api.get("/models/?sector=" + mark);
            if (list.status() == 200 && list.header("Hub-Stale").isEmpty()) {
                stage.findings().add("A list that should have the model does not say that it is stale");
            }
        }
    }

    private void seed(Venom venom, String mark) {
        for (var generation : GENERATIONS) {
            switch (venom) {
                case UNIQUE_VIOLATION ->
                    execute("CREATE UNIQUE INDEX poison ON %s.model (sector) WHERE sector = '%s'"
                            .formatted(generation, mark));
                case BUG -> trigger(generation, mark, "PERFORM 1 / (length(NEW.sector) - length(NEW.sector));");
                case VALUE_TOO_LONG -> trigger(generation, mark, "short := NEW.sector;");
            }
        }
    }

    private void trigger(String generation, String mark, String what) {
        execute("""
                CREATE OR REPLACE FUNCTION %s.poison() RETURNS trigger LANGUAGE plpgsql AS
                'DECLARE short varchar(3); BEGIN %s RETURN NEW; END'""".formatted(generation, what));
        execute("""
                CREATE TRIGGER poison BEFORE INSERT OR UPDATE ON %1$s.model FOR EACH ROW WHEN (NEW.sector = '%2$s')
                EXECUTE FUNCTION %1$s.poison()""".formatted(generation, mark));
    }

    private void takeAway(Venom venom) {
        for (var generation : GENERATIONS) {
            switch (venom) {
                case UNIQUE_VIOLATION -> execute("DROP INDEX %s.poison".formatted(generation));
                case BUG, VALUE_TOO_LONG -> {
                    execute("DROP TRIGGER poison ON %s.model".formatted(generation));
                    execute("DROP FUNCTION %s.poison()".formatted(generation));
                }
            }
        }
    }

    private void execute(String sql) {
        stage.fleet().database().execute(sql);
    }

    /** As an operator does: asks for the dead letter to be applied again. */
    private void heal(long model, Api.Answer written) {
        stage.fleet()
                .commanding()
                .getFirst()
                .hub()
                .admin()
                .post("/operations/dead-letters/%d/retry".formatted(written.position()), json());
        for (var member : stage.fleet().querying()) {
            if (!Await.until(Fleet.RECOVERY, () -> {
                var answer = stage.fleet().owner(member).get("/models/" + model);
                return answer.status() == 200 && Clients.version(answer.etag()) >= Clients.version(written.etag());
            })) {
                stage.findings().add("A healed model is not to be read at the %s hub", member.role());
            }
        }
    }
}
