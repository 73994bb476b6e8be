package org.aigovernancehub.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
    private static final Path READER = Path.of("src/main/java/org/aigovernancehub/hub/settings/SettingsReader.java");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]+)=(.*)$");
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
        assertThat(new SettingsReader(example()).unknownVariables()).isEmpty();
    }

    @Test
    void everyOtherExampleIsAValueThatTheHubTakes() throws IOException {
        var settings = example();
        settings.put("SECRET_KEY", "a key of one's own, with more than 32 characters");
        settings.put("HUB_ADMIN_PASSWORD", "a password of one's own");

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

    private static TreeMap<String, String> example() throws IOException {
        var variables = new TreeMap<String, String>();
        ASSIGNMENT
                .matcher(Files.readString(EXAMPLE))
                .results()
                .forEach(found -> variables.put(found.group(1), found.group(2)));
        return variables;
    }
}
