package org.aigovernancehub.reliability.scenario;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aigovernancehub.hub.e2e.Await;
import org.aigovernancehub.hub.e2e.HeldTransactions;
import org.aigovernancehub.reliability.fleet.Fleet;

/**
 * Nothing is broken but patience: clients write the same few models over two hubs, while other transactions append and commit late, or append
 * and roll back, and somebody holds an old snapshot. What commits late must be numbered, seen, and counted once.
 */
final class Contend implements Scenario {
    private static final Duration HELD_SHORT = Duration.ofSeconds(4);
    private static final Duration HELD_LONG = Duration.ofSeconds(120);

    private final Stage stage;

    Contend(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void disturb(int cycle) {
        var random = stage.random(Kind.CONTEND, cycle);
        int interrupted = interruptions();
        stage.work(random);
        var longest = stage.thorough() ? HELD_LONG : HELD_SHORT;
        var held = Duration.ofMillis(500 + random.nextLong(longest.toMillis()));
        Stage.say("a transaction that has appended is held for %d ms, others roll back", held.toMillis());
        var over = new AtomicBoolean();
        var rollbacks = Thread.ofVirtual().start(() -> rollBack(new Random(random.nextLong()), over));
        long dataset = nextDataset();
        try (var writer = stage.fleet().database().connection();
                var reader = stage.fleet().database().connection()) {
            HeldTransactions.holdSnapshot(reader);
            HeldTransactions.append(writer, organization(), dataset);
            stage.work(random);
            Stage.sleep(held);
            mustRead(dataset, 404, "is not committed");
            writer.commit();
            reader.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            over.set(true);
        }
        join(rollbacks);
        if (!Await.until(Fleet.RECOVERY, () -> status(dataset) == 200)) {
            mustRead(dataset, 200, "was committed late");
        }
        stage.work(random);
        if (interruptions() != interrupted) {
            stage.findings().add("Sequencing was interrupted while nothing was broken; see the logs of the hubs");
        }
    }

    /** A hub says so in its log: nothing else shows that it got over it. */
    private int interruptions() {
        return stage.fleet().members().stream()
                .mapToInt(member -> member.hub().log().split("Sequencing is interrupted", -1).length - 1)
                .sum();
    }

    private int status(long dataset) {
        return stage.fleet()
                .owner(stage.fleet().querying().getFirst())
                .get("/datasets/" + dataset)
                .status();
    }

    private void mustRead(long dataset, int expected, String why) {
        int status = status(dataset);
        if (status != expected) {
            stage.findings().add("Dataset %d %s, and reading it answers %d", dataset, why, status);
        }
    }

    /** Draws an index and gives it up again, as commands do that fail late. */
    private void rollBack(Random random, AtomicBoolean over) {
        try (var connection = stage.fleet().database().connection()) {
            while (!over.get()) {
                HeldTransactions.append(connection, organization(), nextDataset());
                Stage.sleep(Duration.ofMillis(random.nextInt(200)));
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long organization() {
        return stage.fleet().tenant().organizationId();
    }

    private long nextDataset() {
        return stage.fleet().database().number("SELECT nextval('event_store.dataset_id_seq')");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
