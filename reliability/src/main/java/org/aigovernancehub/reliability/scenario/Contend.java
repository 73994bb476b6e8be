package org.aigovernancehub.reliability.scenario;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aigovernancehub.hub.e2e.Api;

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
        long dataset = stage.fleet().database().number("SELECT nextval('event_store.dataset_id_seq')");
        try (var writer = stage.fleet().database().connection();
                var reader = stage.fleet().database().connection()) {
            hold(reader);
            append(writer, dataset);
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
        if (!org.aigovernancehub.hub.e2e.Await.until(
                org.aigovernancehub.reliability.fleet.Fleet.RECOVERY, () -> status(dataset) == 200)) {
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
                append(connection, stage.fleet().database().number("SELECT nextval('event_store.dataset_id_seq')"));
                Stage.sleep(Duration.ofMillis(random.nextInt(200)));
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Appends as a hub does, with the rights of a hub, and does not commit. */
    private void append(Connection connection, long dataset) throws SQLException {
        connection.setAutoCommit(false);
        long organization = stage.fleet().tenant().organizationId();
        var payload = Api.json(
                "dataset_id",
                dataset,
                "organization_id",
                organization,
                "details",
                Api.json("name", "late", "data_sensitivity", "internal", "data_classification", "internal"));
        var metadata = Api.json("actor", "somebody", "actor_id", 1, "demo", false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = 0; SET ROLE hub_command");
            statement.execute("INSERT INTO event_store.dataset (dataset_id, organization_id) VALUES (%d, %d)"
                    .formatted(dataset, organization));
            statement.execute("""
                    INSERT INTO event_store.event
                        (event_id, aggregate_id, sequence_number, event_name, revision, payload, metadata, recorded_at)
                    VALUES ('late-%1$d', 'dataset-%1$d', 0, 'DatasetRegistered', 1, '%2$s', '%3$s', now())""".formatted(dataset, payload, metadata));
        }
    }

    private static void hold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = 0");
            statement.execute("SELECT count(*) FROM event_store.event");
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
