package org.aigovernancehub.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is recorded stays as it is: the application has no right to change it, and whoever owns it meets a trigger. */
class EventsAreImmutableTest {
    private static StoreDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = new StoreDatabase();
        var jdbc = new JdbcTemplate(database.as("hub_command"));
        var codec = new EventCodec();
        new PostgresEventStorageEngine(
                        jdbc,
                        codec,
                        new SnapshotStore(jdbc, List.of()),
                        new PositionFeed(jdbc, codec, new PositionSignal()))
                .appendEvents(StoredEvents.events(1, 2));
        jdbc.queryForList(StoredEvents.NUMBER);
    }

    @AfterAll
    static void stop() throws Exception {
        assertThat(new JdbcTemplate(database.as("hub_command"))
                        .queryForList("SELECT position FROM event_store.event_position ORDER BY 1", Long.class))
                .containsExactly(1L, 2L);
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub_command", "hub_query", "hub_projector"})
    void theApplicationMayNot(String role) {
        for (var statement : List.of(
                "UPDATE event_store.event SET payload = '{}'",
                "UPDATE event_store.event SET payload = '{}' WHERE false",
                "DELETE FROM event_store.event",
                "TRUNCATE event_store.event CASCADE",
                "MERGE INTO event_store.event USING (SELECT 1) x ON true WHEN MATCHED THEN DELETE",
                "INSERT INTO event_store.event_position SELECT 99999999, 1, now()",
                "UPDATE event_store.event_position SET position = position + 1",
                "DELETE FROM event_store.event_position",
                "TRUNCATE event_store.event_position",
                "INSERT INTO event_store.event_pending SELECT pg_current_xact_id(), 1",
                "DELETE FROM event_store.event_pending",
                "SELECT setval('event_store.global_index_seq', 1)")) {
            assertThatThrownBy(() -> new JdbcTemplate(database.as(role)).execute(statement))
                    .as("%s as %s", statement, role)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        for (var statement : List.of(
                "ALTER TABLE event_store.event DISABLE TRIGGER event_is_immutable",
                "DROP TABLE event_store.event CASCADE",
                "CREATE OR REPLACE FUNCTION event_store.refuse_change() RETURNS trigger LANGUAGE sql AS ''")) {
            assertThatThrownBy(() -> new JdbcTemplate(database.as(role)).execute(statement))
                    .as("%s as %s", statement, role)
                    .rootCause()
                    .hasMessageMatching("(?s).*(must be owner|permission denied).*");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            UPDATE event_store.event SET payload = '{}'                | UPDATE of event_store.event
            UPDATE event_store.event SET payload = '{}' WHERE false    | UPDATE of event_store.event
            DELETE FROM event_store.event                              | DELETE of event_store.event
            TRUNCATE event_store.event CASCADE                         | TRUNCATE of event_store.event
            UPDATE event_store.event_position SET sequenced_at = now() | UPDATE of event_store.event_position
            DELETE FROM event_store.event_position                     | DELETE of event_store.event_position
            TRUNCATE event_store.event_position                        | TRUNCATE of event_store.event_position""")
    void notEvenTheOwnerCanByAccident(String statement, String refused) {
        for (var owner : List.of("hub_owner", "postgres")) {
            assertThatThrownBy(() -> database.execute("SET ROLE %s; %s".formatted(owner, statement)))
                    .hasMessageContaining("immutable: %s refused".formatted(refused));
        }
    }

    @Test
    void onlyWhoAppendsOrProjectsMayNumber() {
        new JdbcTemplate(database.as("hub_projector")).queryForList(StoredEvents.NUMBER);
        assertThatThrownBy(() -> new JdbcTemplate(database.as("hub_query")).queryForList(StoredEvents.NUMBER))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub_query", "hub_projector"})
    void onlyCommandHubsAppend(String role) {
        assertThatThrownBy(() -> new JdbcTemplate(database.as(role))
                        .execute("INSERT INTO event_store.event VALUES (1, '', '', 0, '', 1, '', '', now())"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
