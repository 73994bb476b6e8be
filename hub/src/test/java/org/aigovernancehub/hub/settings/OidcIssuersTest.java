package org.aigovernancehub.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** External issuers are numbered variables. */
class OidcIssuersTest {
    private static final String ISSUER = "https://id.example.org/realm";

    @Test
    void anIssuerNeedsOnlyItsAddressAndAudience() {
        assertThat(read(issuer(0)))
                .containsExactly(new OidcIssuer(ISSUER, "hub", "role", "organization", "preferred_username", null));
    }

    @Test
    void everyPartIsRead() {
        var environment = issuer(0);
        environment.put("HUB_OIDC_ISSUERS_0_ROLE_CLAIM", "hub_role");
        environment.put("HUB_OIDC_ISSUERS_0_ORGANIZATION_CLAIM", "tenant");
        environment.put("HUB_OIDC_ISSUERS_0_USERNAME_CLAIM", "email");
        environment.put("HUB_OIDC_ISSUERS_0_JWK_SET_URI", "http://keys.example.org/jwks");
        assertThat(read(environment))
                .containsExactly(
                        new OidcIssuer(ISSUER, "hub", "hub_role", "tenant", "email", "http://keys.example.org/jwks"));
    }

    @Test
    void theyAreNumberedFromZeroBeyondTen() {
        var environment = new HashMap<String, String>();
        for (int i = 0; i < 12; i++) {
            environment.putAll(issuer(i));
            environment.put("HUB_OIDC_ISSUERS_%d_AUDIENCE".formatted(i), "hub" + i);
        }
        assertThat(read(environment))
                .hasSize(12)
                .extracting(OidcIssuer::audience)
                .startsWith("hub0", "hub1", "hub2")
                .endsWith("hub10", "hub11");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aGapInTheNumbersIsRefused(int second) {
        var environment = issuer(second);
        if (second > 1) {
            environment.putAll(issuer(0));
        }
        refused(environment, "HUB_OIDC_ISSUERS_<n>_... must be numbered 0, 1, 2, ... without gaps.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ISSUER       | ''                       | HUB_OIDC_ISSUERS_0_ISSUER is required for this issuer.
            AUDIENCE     | ''                       | HUB_OIDC_ISSUERS_0_AUDIENCE is required for this issuer.
            ISSUER       | id.example.org           | HUB_OIDC_ISSUERS_0_ISSUER must be an http or https URL, not 'id.example.org'.
            ISSUER       | ldap://id.example.org    | HUB_OIDC_ISSUERS_0_ISSUER must be an http or https URL, not 'ldap://id.example.org'.
            ISSUER       | https://                 | HUB_OIDC_ISSUERS_0_ISSUER must be an http or https URL, not 'https://'.
            ISSUER       | https://id example       | HUB_OIDC_ISSUERS_0_ISSUER must be an http or https URL, not 'https://id example'.
            JWK_SET_URI  | file:///etc/keys         | HUB_OIDC_ISSUERS_0_JWK_SET_URI must be an http or https URL, not 'file:///etc/keys'.""")
    void aWrongPartIsNamedInOneSentence(String part, String value, String sentence) {
        var environment = issuer(0);
        environment.put("HUB_OIDC_ISSUERS_0_" + part, value);
        refused(environment, sentence);
    }

    private static HashMap<String, String> issuer(int number) {
        return new HashMap<>(Map.of(
                "HUB_OIDC_ISSUERS_%d_ISSUER".formatted(number),
                ISSUER,
                "HUB_OIDC_ISSUERS_%d_AUDIENCE".formatted(number),
                "hub"));
    }

    private static List<OidcIssuer> read(Map<String, String> environment) {
        return new SettingsReader(environment).read().oidcIssuers();
    }

    private static void refused(Map<String, String> environment, String sentence) {
        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(sentence);
    }
}
