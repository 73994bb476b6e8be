package org.aigovernancehub.reliability.scenario;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.aigovernancehub.hub.e2e.Api;
import org.aigovernancehub.hub.e2e.Await;
import org.aigovernancehub.hub.e2e.Tenant;
import org.aigovernancehub.reliability.fleet.SmallDisk;

/** The disk of the database runs full while clients write, stays full for a while, and has space again. */
final class Disk implements Scenario {
    private static final int LEFT_MIB = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(40);

    private final Stage stage;
    private final SmallDisk disk;

    Disk(Stage stage, SmallDisk disk) {
        this.stage = stage;
        this.disk = disk;
    }

    @Override
    public void disturb(int cycle) {
        var random = stage.random(Kind.DISK, cycle);
        stage.work(random);
        disk.fill(random.nextInt(LEFT_MIB));
        Stage.say("the disk of the database is full");
        disk.fillToTheBrim();
        boolean refused = Await.until(PATIENCE, () -> {
            disk.fillToTheBrim();
            return isRefused();
        });
        if (!refused) {
            stage.findings().add("With a full disk, changes are still taken after %s", PATIENCE);
        }
        Stage.sleep(Duration.ofMillis(2_000 + random.nextInt(3_000)));
        disk.empty();
        Stage.say("the disk has space again");
        stage.fleet().heal();
    }

    /** The segment of the log that is there already takes some more. */
    private boolean isRefused() {
        var hub = stage.fleet().commanding().getFirst();
        long begin = System.nanoTime();
        try {
            var answer = stage.fleet()
                    .owner(hub)
                    .post("/datasets/", Api.json("name", Tenant.unique("full"), "description", "x".repeat(1_900)));
            if (answer.status() != 503 && answer.status() != 201) {
                stage.findings().add("With a full disk a change was answered %s", answer);
            }
            if (System.nanoTime() - begin > LONGEST_ANSWER.toNanos()) {
                stage.findings().add("With a full disk an answer took longer than %s", LONGEST_ANSWER);
            }
            return answer.status() == 503;
        } catch (UncheckedIOException | AssertionError e) {
            stage.findings().add("With a full disk a change was not answered: %s", e);
            return false;
        }
    }
}
