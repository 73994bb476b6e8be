package org.aigovernancehub.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code .env.example} is where operators look: it has to name what is read, all of it, and its secrets have to be useless. */
class EnvExampleTest {
    private static final Path EXAMPLE = Path.of("../.env.example");
    private static final Path COMPOSE = Path.of("../docker-compose.yml");
    private static final Path READER = Path.of("src/main/java/org/aigovernancehub/hub/settings/SettingsReader.java");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]+)=(.*)$");
    private static final Pattern USE = Pattern.compile("(?<!\\$)\\$\\{([A-Z][A-Z0-9_]+)[}:?-]");
    private static final Pattern NAME = Pattern.compile("\"(DATABASE_URL|SECRET_KEY|HUB_[A-Z_]*[A-Z])\"");
    private static final Pattern ISSUER_PART = Pattern.compile("prefix \\+ \"([A-Z_]+)\"");

    @Test
    void itNamesEveryVariableThatIsReadAndNoOther() throws IOException {
        var source = Files.readString(READER);
        var read = new TreeSet<String>();
        NAME.matcher(source).results().forEach(found -> read.add(found.group(1)));
        ISSUER_PART.matcher(source).results().forEach(found -> read.add("HUB_OIDC_ISSUERS_0_" + found.group(1)));

        assertThat(read).hasSizeGreaterThan(12);
        assertThat(example().keySet()).isEqualTo(read);
        assertThat(compose().keySet()).doesNotContainAnyElementsOf(read);
        assertThat(new SettingsReader(example()).unknownVariables()).isEmpty();
    }

    @Test
    void everyOtherExampleIsAValueThatTheHubTakes() throws IOException {
        var settings = example();
        settings.put("SECRET_KEY", "a key of one's own, with more than 32 characters");
        settings.put("HUB_ADMIN_PASSWORD", "a password of one's own");
        for (var url : new String[] {"DATABASE_URL", "HUB_MIGRATION_URL"}) {
            settings.compute(url, (_, value) -> String.valueOf(value).replace("change-me", "my-own"));
        }

        assertThat(new SettingsReader(settings).read().oidcIssuers()).hasSize(1);
    }

    @Test
    void itsSecretsAreRefused() throws IOException {
        for (var secret : new String[] {"SECRET_KEY", "HUB_ADMIN_PASSWORD"}) {
            var settings = Map.of(secret, example().get(secret));

            assertThatThrownBy(() -> new SettingsReader(settings).read())
                    .isInstanceOf(InvalidSettings.class)
                    .hasMessageStartingWith(secret + " is still the example value");
        }
    }

    @Test
    void itsLoginsAreRefused() throws IOException {
        for (var url : new String[] {"DATABASE_URL", "HUB_MIGRATION_URL"}) {
            var settings = Map.of(url, example().get(url));

            assertThatThrownBy(() -> new SettingsReader(settings).read())
                    .isInstanceOf(InvalidSettings.class)
                    .hasMessageStartingWith(url + " still has the example's password");
        }
    }

    @Test
    void itNamesEveryVariableThatTheComposeFileReads() throws IOException {
        var read = new TreeSet<String>();
        USE.matcher(Files.readString(COMPOSE)).results().forEach(found -> read.add(found.group(1)));

        assertThat(read).contains("POSTGRES_PASSWORD", "SECRET_KEY", "HUB_ADMIN_PASSWORD");
        assertThat(example().keySet())
                .containsAll(read.stream()
                        .filter(name -> name.startsWith("HUB_") || name.equals("SECRET_KEY"))
                        .toList());
        assertThat(compose().keySet())
                .containsExactlyInAnyOrderElementsOf(read.stream()
                        .filter(name -> !example().containsKey(name))
                        .toList());
    }

    /** What the hub reads. */
    private static TreeMap<String, String> example() {
        return variables(parts()[0]);
    }

    /** What only the compose file reads. */
    private static TreeMap<String, String> compose() {
        return variables(parts()[1]);
    }

    private static String[] parts() {
        try {
            var parts = Files.readString(EXAMPLE).split("(?m)^# --- Docker Compose -+$");
            assertThat(parts).hasSize(2);
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeMap<String, String> variables(String text) {
        var variables = new TreeMap<String, String>();
        ASSIGNMENT.matcher(text).results().forEach(found -> variables.put(found.group(1), found.group(2)));
        return variables;
    }
}
