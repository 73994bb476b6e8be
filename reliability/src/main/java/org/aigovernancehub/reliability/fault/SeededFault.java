package org.aigovernancehub.reliability.fault;

import java.util.Map;
import org.aigovernancehub.hub.e2e.Database;
import org.aigovernancehub.reliability.fleet.Fleet;
import org.aigovernancehub.reliability.scenario.Scenario;

/** Ways to make a hub wrong from outside. None of them is anywhere in the product. */
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
                    CREATE TRIGGER forget BEFORE INSERT ON app.idempotency_key FOR EACH ROW EXECUTE FUNCTION public.forget()""");
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

    private static void endSessions(Database database) {
        database.query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'ai-governance-hub%'",
                row -> row.getBoolean(1));
    }
}
