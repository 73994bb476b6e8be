package org.aigovernancehub.reliability.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.aigovernancehub.hub.e2e.Await;
import org.aigovernancehub.reliability.fleet.Fleet;

/** Ends processes without a word: hubs of each role, PostgreSQL, one of its backends, a hub and PostgreSQL together. */
final class Kill implements Scenario {
    private final Stage stage;

    Kill(Stage stage) {
        this.stage = stage;
    }

    private enum Victim {
        POSTMASTER,
        ALL,
        BACKEND,
        COMMAND,
        QUERY,
        ALL_AND_POSTMASTER
    }

    @Override
    public void disturb(int cycle) {
        var random = stage.random(Kind.KILL, cycle);
        stage.work(random);
        var victim = victim(cycle);
        Stage.say("kill -9: %s", victim);
        switch (victim) {
            case ALL -> kill("all");
            case COMMAND -> kill("command");
            case QUERY -> kill("query");
            case POSTMASTER -> stage.fleet().postgres().kill9();
            case BACKEND -> killBackend(random);
            case ALL_AND_POSTMASTER -> {
                kill("all");
                stage.fleet().postgres().kill9();
            }
        }
        Stage.sleep(Duration.ofMillis(random.nextInt(1_500)));
        stage.fleet().heal();
    }

    /** Each once, in an order that the seed decides, and again. */
    private Victim victim(int cycle) {
        var all = new ArrayList<>(Arrays.asList(Victim.values()));
        Collections.shuffle(all, new Random(stage.seed()));
        return all.get(cycle % all.size());
    }

    private void kill(String role) {
        stage.fleet().members().stream()
                .filter(member -> member.role().equals(role))
                .map(Fleet.Member::hub)
                .forEach(hub -> hub.kill9());
    }

    private void killBackend(Random random) {
        List<Long> backends = stage.fleet()
                .database()
                .query(
                        "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'ai-governance-hub%' ORDER BY pid",
                        row -> row.getLong(1));
        if (backends.isEmpty()) {
            stage.findings().add("No hub has a connection to its database");
            return;
        }
        // One that does something, if there is one: those at rest tell nothing of it.
        ProcessHandle.of(backends.get(random.nextInt(backends.size()))).ifPresent(ProcessHandle::destroyForcibly);
        // The server ends all of its sessions, and begins anew.
        Await.until(Duration.ofSeconds(5), () -> !answers());
    }

    private boolean answers() {
        try {
            return stage.fleet().database().number("SELECT 1") == 1;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
