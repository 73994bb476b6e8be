package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.aigovernancehub.hub.e2e.HubProcess.Exit;
import org.junit.jupiter.api.Test;

/** A wrong setting stops the start with one sentence that names it, and never says a secret aloud. */
@OwnHubs
class SettingsTest {
    private static final String KEY = "a-secret-key-of-more-than-32-characters";
    private static final String PASSWORD = "unspeakable-password";
    private static final String DATABASE = "postgresql://hub:" + PASSWORD + "@127.0.0.1:1/hub";

    private record Wrong(String variable, Map<String, String> environment) {}

    private static Wrong wrong(String variable, String value, String... more) {
        var environment = new HashMap<>(Map.of(variable, value));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return new Wrong(variable, environment);
    }

    private static Wrong missing(String variable, String... given) {
        var environment = new HashMap<String, String>();
        for (int i = 0; i < given.length; i += 2) {
            environment.put(given[i], given[i + 1]);
        }
        return new Wrong(variable, environment);
    }

    private static List<Wrong> wrongs() {
        var issuer = "https://issuer.example.org";
        return List.of(
                wrong("HUB_PORT", "0"),
                wrong("HUB_PORT", "65536"),
                wrong("HUB_PORT", "eighty"),
                wrong("HUB_MANAGEMENT_PORT", "-1"),
                wrong("HUB_DATA_DIR", "/dev/null/data"),
                wrong("HUB_ROLE", "reader"),
                wrong("HUB_ROLE", "query"),
                wrong("HUB_ROLE", "command"),
                wrong("HUB_LOG_FORMAT", "xml"),
                wrong("HUB_DEMO", "yes"),
                wrong("HUB_DEMO", "true", "HUB_ROLE", "query", "DATABASE_URL", DATABASE, "SECRET_KEY", KEY),
                wrong("HUB_CORS_ORIGINS", "ui.example.org"),
                wrong("HUB_CORS_ORIGINS", "https://ui.example.org/path"),
                wrong("HUB_CORS_ORIGINS", "*"),
                wrong("HUB_ADMIN_PASSWORD", "short"),
                wrong("HUB_ADMIN_PASSWORD", "x".repeat(129)),
                wrong("HUB_ADMIN_PASSWORD", "change-me-please"),
                wrong("HUB_TRUSTED_PROXIES", "nginx"),
                wrong("HUB_DATABASE_WAIT", "-1"),
                wrong("HUB_SHUTDOWN_DELAY", "soon"),
                wrong("DATABASE_URL", "postgresql://hub:change-me@localhost:5432/hub"),
                wrong("SECRET_KEY", "short"),
                wrong("SECRET_KEY", "change-me-change-me-change-me-change-me"),
                wrong("DATABASE_URL", "mysql://u:p@h/db", "SECRET_KEY", KEY, "HUB_ADMIN_PASSWORD", PASSWORD),
                wrong("DATABASE_URL", "postgresql://", "SECRET_KEY", KEY, "HUB_ADMIN_PASSWORD", PASSWORD),
                wrong("DATABASE_URL", "not a url", "SECRET_KEY", KEY, "HUB_ADMIN_PASSWORD", PASSWORD),
                wrong("HUB_MIGRATION_URL", "nonsense", "DATABASE_URL", DATABASE, "SECRET_KEY", KEY),
                missing("SECRET_KEY", "DATABASE_URL", DATABASE, "HUB_ADMIN_PASSWORD", PASSWORD),
                missing("HUB_ADMIN_PASSWORD", "DATABASE_URL", DATABASE, "SECRET_KEY", KEY),
                missing("HUB_OIDC_ISSUERS_0_AUDIENCE", "HUB_OIDC_ISSUERS_0_ISSUER", issuer),
                missing("HUB_OIDC_ISSUERS_0_ISSUER", "HUB_OIDC_ISSUERS_0_AUDIENCE", "hub"),
                wrong("HUB_OIDC_ISSUERS_0_ISSUER", "issuer", "HUB_OIDC_ISSUERS_0_AUDIENCE", "hub"),
                wrong(
                        "HUB_OIDC_ISSUERS_0_JWK_SET_URI",
                        "ftp://keys",
                        "HUB_OIDC_ISSUERS_0_ISSUER",
                        issuer,
                        "HUB_OIDC_ISSUERS_0_AUDIENCE",
                        "hub"),
                new Wrong(
                        "HUB_OIDC_ISSUERS_",
                        Map.of("HUB_OIDC_ISSUERS_1_ISSUER", issuer, "HUB_OIDC_ISSUERS_1_AUDIENCE", "hub")));
    }

    @Test
    void eachWrongValueStopsTheStartWithASentenceThatNamesIt() {
        Together.runFewAtATime(wrongs().stream()
                .map(wrong -> (Callable<Boolean>) () -> {
                    var exit = HubProcess.runToEnd(wrong.environment());
                    assertRefused(wrong, exit);
                    return true;
                })
                .toList());
    }

    private static void assertRefused(Wrong wrong, Exit exit) {
        var output = exit.output().strip();
        assertThat(exit.code()).as(wrong + ": " + output).isEqualTo(1);
        assertThat(output.lines())
                .as(wrong.toString())
                .singleElement()
                .asString()
                .startsWith("The hub did not start. ")
                .contains(wrong.variable())
                .endsWith(".");
        assertThat(output).doesNotContain(KEY, PASSWORD);
        wrong.environment().forEach((variable, value) -> {
            if (variable.equals("SECRET_KEY") || variable.contains("PASSWORD")) {
                assertThat(output).doesNotContain(value);
            }
        });
    }

    @Test
    void aDatabaseThatCannotBeReachedIsASentenceToo() {
        var exit = HubProcess.runToEnd(Map.of(
                "DATABASE_URL", DATABASE,
                "SECRET_KEY", KEY,
                "HUB_ADMIN_PASSWORD", PASSWORD,
                "HUB_DATABASE_WAIT", "2"));

        assertThat(exit.code()).isEqualTo(1);
        assertThat(exit.output())
                .contains("The database does not answer yet; waiting for it")
                .contains("The hub did not start. The database cannot be used");
        assertThat(exit.output()).doesNotContain("\tat ", PASSWORD, KEY);
    }

    @Test
    void anUnknownArgumentIsRefused() {
        var exit = HubProcess.runToEnd(Map.of(), "start");

        assertThat(exit.code()).isEqualTo(1);
        assertThat(exit.output().strip().lines())
                .singleElement()
                .asString()
                .startsWith("It takes no argument, to run, or ")
                .contains("'verify'", "'backup FOLDER'", "'restore FOLDER'");
    }

    @Test
    void aDatabaseThatWouldLoseDataIsRefused() {
        try (var postgres = TestPostgres.start()) {
            var exits = new ArrayList<Exit>();
            for (var setting : List.of("synchronous_commit", "full_page_writes")) {
                postgres.database().execute("ALTER SYSTEM SET %s = off".formatted(setting));
                postgres.database().execute("SELECT pg_reload_conf()");
                Await.untilAsserted(java.time.Duration.ofSeconds(10), () -> {
                    assertThat(postgres.database().query("SHOW " + setting, row -> row.getString(1)))
                            .containsExactly("off");
                    return true;
                });

                var exit = HubProcess.runToEnd(postgres.environment());

                exits.add(exit);
                assertThat(exit.code()).isEqualTo(1);
                assertThat(exit.output()).contains("The hub did not start.", setting);
                postgres.database().execute("ALTER SYSTEM SET %s = on".formatted(setting));
                postgres.database().execute("SELECT pg_reload_conf()");
                Await.untilAsserted(java.time.Duration.ofSeconds(10), () -> {
                    assertThat(postgres.database().query("SHOW " + setting, row -> row.getString(1)))
                            .containsExactly("on");
                    return true;
                });
            }
            assertThat(exits).hasSize(2);
            assertLoginsAreChecked(postgres);
        }
    }

    /** On the same server, since starting one costs seconds. */
    private static void assertLoginsAreChecked(TestPostgres postgres) {
        postgres.database().execute("CREATE ROLE weak LOGIN PASSWORD '%s'".formatted(PASSWORD));
        var weak = postgres.url().replaceFirst("//[^@]*@", "//weak:" + PASSWORD + "@");

        var refused = HubProcess.runToEnd(postgres.environment("DATABASE_URL", weak));

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output())
                .contains("may not create roles", "CREATE ROLE hub_owner", "GRANT hub_owner", "\"weak\"")
                .doesNotContain(PASSWORD);
        // What the sentence says is what helps.
        var statements = refused.output().replaceAll("(?s).*administrator run: (.*;).*", "$1");
        for (var statement : statements.split(";")) {
            postgres.database().execute(statement);
        }
        try (var hub = HubProcess.start(postgres.environment("DATABASE_URL", weak))) {
            hub.admin().get("/auth/me").expect(200);
            assertThat(hub.log()).doesNotContain(PASSWORD, HubProcess.ADMIN_PASSWORD);
        }
        // The hub's roles must be unable to look past their fences.
        postgres.database().execute("ALTER ROLE hub_query BYPASSRLS");
        var unsafe = HubProcess.runToEnd(postgres.environment());
        assertThat(unsafe.code()).isEqualTo(1);
        assertThat(unsafe.output()).contains("hub_query", "BYPASSRLS");
    }
}
