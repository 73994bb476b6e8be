package org.aigovernancehub.reliability.fault;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.aigovernancehub.hub.e2e.Database;
import org.aigovernancehub.reliability.fleet.Fleet;
import org.aigovernancehub.reliability.scenario.Scenario;

/** Ways to make a hub wrong from outside: by SQL, or by an agent in its process. None of them is anywhere in the product. */
public enum SeededFault implements Fleet.Preparation {
    /** COMMIT does not wait for the disk. */
    LOST_COMMITS(Scenario.Kind.KILL) {
        @Override
        public void prepare(Database database) {
            database.execute("ALTER DATABASE postgres SET synchronous_commit = off");
            endSessions(database);
        }
    },
    /** What an Idempotency-Key was answered with is not kept. */
    NO_IDEMPOTENCY_ROW(Scenario.Kind.KILL) {
        @Override
        public void prepare(Database database) {
            database.execute("""
                    CREATE FUNCTION public.forget() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'""");
            database.execute("""
                    CREATE TRIGGER forget BEFORE INSERT ON app.idempotency_key
                    FOR EACH ROW EXECUTE FUNCTION public.forget()""");
        }
    },
    /** The rows of a read model move in one transaction, and the position that they have reached in the next. */
    TOKEN_OUTSIDE_THE_TRANSACTION(Scenario.Kind.KILL) {
        @Override
        public Map<String, String> environment() {
            return agent(Agent.TOKEN_OUTSIDE);
        }
    },
    /** An event that commits late is given up when it is two seconds old, as gap-aware tracking does after a minute. */
    GAPS_GIVEN_UP(Scenario.Kind.CONTEND) {
        @Override
        public void prepare(Database database) {
            changeSequencing(database, "    WITH taken AS (", """
                        DELETE FROM event_store.event_pending g USING event_store.event e
                         WHERE e.global_index = g.global_index AND e.recorded_at < clock_timestamp() - interval '2 seconds'
                           AND g.global_index < (SELECT max(q.global_index) FROM event_store.event_position q);
                        WITH taken AS (""");
        }
    },
    /** Several hubs number at the same time. */
    SEQUENCING_WITHOUT_LOCK(Scenario.Kind.CONTEND) {
        @Override
        public void prepare(Database database) {
            changeSequencing(
                    database,
                    "PERFORM pg_advisory_xact_lock(hashtextextended('event_store.sequence', 0));",
                    "PERFORM 1;");
        }
    },
    /** Each connection draws fifty indexes at once, as object-relational mappers do. */
    INDEXES_IN_BLOCKS_OF_FIFTY(Scenario.Kind.CONTEND) {
        @Override
        public void prepare(Database database) {
            database.execute("ALTER SEQUENCE event_store.global_index_seq CACHE 50");
            endSessions(database);
        }
    },
    /** One table shows every organisation's rows to all. */
    NO_ROW_SECURITY(Scenario.Kind.CONTEND) {
        @Override
        public void prepare(Database database) {
            database.execute("ALTER TABLE read_model_a.model DISABLE ROW LEVEL SECURITY");
            database.execute("ALTER TABLE read_model_b.model DISABLE ROW LEVEL SECURITY");
        }
    },
    /** An error of a handler is logged, and the event skipped. */
    ERRORS_ONLY_LOGGED(Scenario.Kind.POISON) {
        @Override
        public Map<String, String> environment() {
            return agent(Agent.LOGGING);
        }
    };

    private final Scenario.Kind scenario;

    SeededFault(Scenario.Kind scenario) {
        this.scenario = scenario;
    }

    /** The scenario that is to see it. */
    public Scenario.Kind scenario() {
        return scenario;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public void prepare(Database database) {}

    /** Sessions take their settings from when they began. Pools notice that one has ended if they have not used it for half a second. */
    private static void endSessions(Database database) {
        database.query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'ai-governance-hub%'",
                row -> row.getBoolean(1));
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void changeSequencing(Database database, String what, String by) {
        var function = database.query(
                        "SELECT pg_get_functiondef('event_store.sequence_pending(bigint[])'::regprocedure)",
                        row -> row.getString(1))
                .getFirst();
        if (!function.contains(what)) {
            throw new IllegalStateException("sequence_pending has changed; change this fault with it:\n" + function);
        }
        database.execute(function.replace(what, by));
    }

    private static Map<String, String> agent(String fault) {
        try {
            var jar = Path.of(SeededFault.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Map.of("JAVA_TOOL_OPTIONS", "-javaagent:%s=%s".formatted(jar, fault));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
