package org.aigovernancehub.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aigovernancehub.command.report.ReportLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators configure, what they need not, and the one sentence that they see when it is wrong. */
class SettingsReaderTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> EXTERNAL = Map.of(
            "DATABASE_URL", "postgresql://ada:secret@db/hub",
            "SECRET_KEY", KEY,
            "HUB_ADMIN_PASSWORD", "correct horse");

    @Test
    void withoutConfigurationEverythingIsEmbedded() {
        var settings = read(Map.of());
        assertThat(settings)
                .isEqualTo(new HubSettings(
                        null,
                        null,
                        null,
                        8000,
                        Path.of("data").toAbsolutePath(),
                        HubRole.ALL,
                        null,
                        null,
                        false,
                        List.of("http://localhost:3000", "http://localhost:5173"),
                        false,
                        null,
                        List.of(),
                        List.of(),
                        Duration.ofMinutes(1),
                        Duration.ZERO,
                        ReportLimits.DEFAULT));
        assertThat(settings.isEmbedded()).isTrue();
    }

    @Test
    void theCostOfReportsIsLimitedAsConfigured() {
        var reports = read(Map.of("HUB_REPORTS_AT_ONCE", "4", "HUB_REPORT_SECONDS", "90", "HUB_REPORT_PAGES", "50"))
                .reports();
        assertThat(reports).isEqualTo(new ReportLimits(4, Duration.ofSeconds(90), 50));
        for (var wrong : List.of("0", "-1", "x", "1000000")) {
            assertThatThrownBy(() -> read(Map.of("HUB_REPORTS_AT_ONCE", wrong)))
                    .isInstanceOf(InvalidSettings.class)
                    .hasMessage("HUB_REPORTS_AT_ONCE must be a number from 1 to 64, not '%s'.".formatted(wrong));
        }
    }

    @Test
    void anExternalDatabaseComesWithoutOpenOrigins() {
        var settings = read(EXTERNAL);
        assertThat(settings.isEmbedded()).isFalse();
        assertThat(settings.corsOrigins()).isEmpty();
        assertThat(settings.secretKey()).isEqualTo(new Secret(KEY));
        assertThat(settings.adminPassword()).isEqualTo(new Secret("correct horse"));
    }

    @Test
    void everyVariableIsRead() {
        var settings = read(with(
                "HUB_MIGRATION_URL", "postgresql://owner:secret@db/hub",
                "HUB_PORT", "9000",
                "HUB_DATA_DIR", "/var/lib/../lib/hub",
                "HUB_ROLE", "command",
                "HUB_MANAGEMENT_PORT", "9001",
                "HUB_LOG_FORMAT", "json",
                "HUB_CORS_ORIGINS", "https://ui.example.org, http://[::1]:3000 ,",
                "HUB_SELF_REGISTRATION_ORGANIZATION", " Acme ",
                "HUB_TRUSTED_PROXIES", "10.0.0.7, 10.1.0.0/24,::1,fd00::/8 ,",
                "HUB_DATABASE_WAIT", "0",
                "HUB_SHUTDOWN_DELAY", "6"));
        assertThat(settings.migrationDatabase().user()).isEqualTo("owner");
        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.dataDir()).isEqualTo(Path.of("/var/lib/hub"));
        assertThat(settings.role()).isEqualTo(HubRole.COMMAND);
        assertThat(settings.managementPort()).isEqualTo(9001);
        assertThat(settings.jsonLogs()).isTrue();
        assertThat(settings.corsOrigins()).containsExactly("https://ui.example.org", "http://[::1]:3000");
        assertThat(settings.selfRegistrationOrganization()).isEqualTo("Acme");
        assertThat(settings.trustedProxies()).containsExactly("10.0.0.7/32", "10.1.0.0/24", "::1/128", "fd00::/8");
        assertThat(settings.databaseWait()).isEqualTo(Duration.ZERO);
        assertThat(settings.shutdownDelay()).isEqualTo(Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATABASE_URL",
                "HUB_MIGRATION_URL",
                "SECRET_KEY",
                "HUB_PORT",
                "HUB_DATA_DIR",
                "HUB_ROLE",
                "HUB_ADMIN_PASSWORD",
                "HUB_MANAGEMENT_PORT",
                "HUB_LOG_FORMAT",
                "HUB_SELF_REGISTRATION_ORGANIZATION",
                "HUB_TRUSTED_PROXIES",
                "HUB_DATABASE_WAIT",
                "HUB_SHUTDOWN_DELAY"
            })
    void anEmptyVariableIsAnAbsentOne(String variable) {
        assertThat(read(Map.of(variable, ""))).isEqualTo(read(Map.of()));
    }

    @Test
    void noOriginsAtAllCanBeConfigured() {
        assertThat(read(Map.of("HUB_CORS_ORIGINS", "")).corsOrigins()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            DATABASE_URL        | mysql://db/hub     | DATABASE_URL must look like postgresql://user:password@host:port/database, or the same with jdbc: in front.
            HUB_MIGRATION_URL   | db                 | HUB_MIGRATION_URL must look like postgresql://user:password@host:port/database, or the same with jdbc: in front.
            DATABASE_URL        | postgresql://hub:change-me@db/hub | DATABASE_URL still has the example's password; give the login one of your own.
            HUB_MIGRATION_URL   | jdbc:postgresql://db/hub?user=hub&password=change-me | HUB_MIGRATION_URL still has the example's password; give the login one of your own.
            HUB_TRUSTED_PROXIES | nginx              | HUB_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.7,10.1.0.0/24,fd00::/8, not 'nginx'.
            HUB_TRUSTED_PROXIES | 10.0.0.0/33        | HUB_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.7,10.1.0.0/24,fd00::/8, not '10.0.0.0/33'.
            HUB_TRUSTED_PROXIES | 10.0.0.1,10.0.0.   | HUB_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.7,10.1.0.0/24,fd00::/8, not '10.0.0.'.
            HUB_TRUSTED_PROXIES | 10.0.0.256         | HUB_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.7,10.1.0.0/24,fd00::/8, not '10.0.0.256'.
            HUB_TRUSTED_PROXIES | .*                 | HUB_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.7,10.1.0.0/24,fd00::/8, not '.*'.
            HUB_DATABASE_WAIT   | 1m                 | HUB_DATABASE_WAIT must be a number of seconds from 0 to 3600, not '1m'.
            HUB_SHUTDOWN_DELAY  | 61                 | HUB_SHUTDOWN_DELAY must be a number of seconds from 0 to 60, not '61'.
            SECRET_KEY          | short              | SECRET_KEY must have at least 32 characters.
            SECRET_KEY          | change-me-change-me-change-me-change-me | SECRET_KEY is still the example value; generate one of your own.
            HUB_PORT            | 0                  | HUB_PORT must be a port from 1 to 65535, not '0'.
            HUB_PORT            | 65536              | HUB_PORT must be a port from 1 to 65535, not '65536'.
            HUB_PORT            | -1                 | HUB_PORT must be a port from 1 to 65535, not '-1'.
            HUB_PORT            | http               | HUB_PORT must be a port from 1 to 65535, not 'http'.
            HUB_MANAGEMENT_PORT | 99999999999        | HUB_MANAGEMENT_PORT must be a port from 1 to 65535, not '99999999999'.
            HUB_ROLE            | All                | HUB_ROLE must be one of all, command, query, not 'All'.
            HUB_ADMIN_PASSWORD  | 1234567            | HUB_ADMIN_PASSWORD must have 8 to 128 characters.
            HUB_ADMIN_PASSWORD  | please-change-me   | HUB_ADMIN_PASSWORD is still the example value; choose one of your own.
            HUB_LOG_FORMAT      | xml                | HUB_LOG_FORMAT must be one of text, json, not 'xml'.
            HUB_CORS_ORIGINS    | *                  | HUB_CORS_ORIGINS must be origins such as https://ui.example.org, separated by commas, not '*'.
            HUB_CORS_ORIGINS    | https://a.org/path | HUB_CORS_ORIGINS must be origins such as https://ui.example.org, separated by commas, not 'https://a.org/path'.
            HUB_CORS_ORIGINS    | ftp://a.org        | HUB_CORS_ORIGINS must be origins such as https://ui.example.org, separated by commas, not 'ftp://a.org'.""")
    void aWrongValueIsNamedInOneSentence(String variable, String value, String sentence) {
        refused(with(variable, value), sentence);
    }

    @Test
    void aLongPasswordIsRefusedToo() {
        refused(with("HUB_ADMIN_PASSWORD", "x".repeat(129)), "HUB_ADMIN_PASSWORD must have 8 to 128 characters.");
        read(with("HUB_ADMIN_PASSWORD", "x".repeat(128)));
        // Code points count, not code units.
        read(with("HUB_ADMIN_PASSWORD", "\uD83D\uDD11".repeat(128)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SECRET_KEY         | SECRET_KEY is required with a DATABASE_URL: at least 32 characters, the same on every hub.
            HUB_ADMIN_PASSWORD | HUB_ADMIN_PASSWORD is required with a DATABASE_URL: the first administrator's password, 8 to 128 characters; it is read on the first start only.""")
    void anExternalDatabaseNeedsSecretsOfOnesOwn(String variable, String sentence) {
        var incomplete = new HashMap<>(EXTERNAL);
        incomplete.remove(variable);
        refused(incomplete, sentence);
        incomplete.put(variable, "");
        refused(incomplete, sentence);
    }

    @Test
    void aQueryHubMakesNoAdministratorAndNeedsNoPassword() {
        var settings = new HashMap<>(with("HUB_ROLE", "query"));
        settings.remove("HUB_ADMIN_PASSWORD");
        assertThat(read(settings).adminPassword()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = HubRole.class,
            names = {"COMMAND", "QUERY"})
    void halfAHubNeedsADatabaseToShare(HubRole role) {
        refused(
                Map.of("HUB_ROLE", role.wire()),
                "HUB_ROLE=%s needs a DATABASE_URL: the embedded database serves one hub only.".formatted(role.wire()));
    }

    @Test
    void noSecretIsPrinted() {
        var settings = read(with("HUB_MIGRATION_URL", "postgresql://owner:hidden@db/hub"));
        assertThat(settings.toString()).doesNotContain("secret@", "hidden", KEY, "correct horse");
    }

    @Test
    void variablesThatNobodyReadsAreNamed() {
        var reader = new SettingsReader(Map.of(
                "HUB_PROT", "1",
                "HUB_PORT", "1",
                "HUB_OIDC_ISSUERS_0_ISSUER", "x",
                "HUB_OIDC_ISSUERS_0_ISUER", "x",
                "HUB_OIDC_ISSUERS_X_ISSUER", "x",
                "PATH", "/bin"));
        assertThat(reader.unknownVariables())
                .containsExactly("HUB_OIDC_ISSUERS_0_ISUER", "HUB_OIDC_ISSUERS_X_ISSUER", "HUB_PROT");
    }

    private static HubSettings read(Map<String, String> environment) {
        return new SettingsReader(environment).read();
    }

    private static void refused(Map<String, String> environment, String sentence) {
        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(sentence);
    }

    /** An external database, and these variables. */
    private static Map<String, String> with(String... variables) {
        var environment = new HashMap<>(EXTERNAL);
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return environment;
    }
}
