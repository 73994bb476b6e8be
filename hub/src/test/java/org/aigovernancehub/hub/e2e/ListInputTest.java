package org.aigovernancehub.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters that cannot be taken, and who may ask at all. */
class ListInputTest {
    private static Api auditor;

    @BeforeAll
    static void signIn() {
        auditor = SharedHub.tenant().auditor();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /models/?risk_level=huge                       | 422 | invalid-fields
            /models/?sort=owner                            | 400 | malformed
            /models/?q=ab                                  | 422 | invalid-fields
            /models/?owner=a%00b                           | 400 | malformed
            /datasets/?data_sensitivity=PII                | 422 | invalid-fields
            /datasets/?data_sensitivity=                   | 422 | invalid-fields
            /datasets/?organization_id=own                 | 400 | malformed
            /datasets/?organization_id=9999999             | 404 | not-found
            /datasets/?q=                                  | 422 | invalid-fields
            /datasets/?q=abc%00                            | 400 | malformed
            /datasets/?sort=name                           | 400 | unknown-parameter
            /organizations/?name=x                         | 400 | unknown-parameter
            /policies/?is_active=yes                       | 400 | malformed
            /policies/?is_active=                          | 400 | malformed
            /policies/?scope=everywhere                    | 422 | invalid-fields
            /policies/?condition_type=none                 | 422 | invalid-fields
            /policies/?mode=off                            | 422 | invalid-fields
            /policies/?environment=production              | 422 | invalid-fields
            /policies/?isActive=true                       | 400 | unknown-parameter
            /policies/violations/?outcome=passed           | 422 | invalid-fields
            /policies/violations/?model_id=m               | 400 | malformed
            /policies/violations/?policy_id=1.0            | 400 | malformed
            /policies/violations/?user_id=99999999999999999999 | 400 | malformed
            /policies/violations/?environment=production   | 422 | invalid-fields
            /policies/violations/?organization_id=9999999  | 404 | not-found
            /policies/violations/?organization_id=x        | 400 | malformed
            /models/1/metrics?version_id=x                 | 400 | malformed
            /policies/violations/?from=yesterday           | 400 | malformed
            /policies/violations/?to=2026-13-01            | 400 | malformed
            /policies/violations/?to=2026-02-30            | 400 | malformed
            /audit-logs/?from=2026-01-01T00:00:00          | 400 | malformed
            /audit-logs/?from=2026-01-01T00:00:00+01:00    | 400 | malformed
            /audit-logs/?to=%2B999999999-01-01T00:00:00Z   | 400 | malformed
            /audit-logs/?to=                               | 400 | malformed
            /audit-logs/?entity_id=%00                     | 400 | malformed
            /audit-logs/?action=A&action=B                 | 200 |
            /audit-logs/?entity_id=1%27%20OR%201=1         | 200 |
            /audit-logs/?from=0000-01-01&to=9999-12-31T23:59:59.999999Z | 200 |
            /audit-logs/?from=2026-01-01T00:00:00%2B01:00  | 200 |
            /audit-logs/?environment=prod                  | 400 | unknown-parameter
            /audit-logs/?organization_id=1                 | 404 | not-found
            """)
    void whatCannotBeTakenIsAProblem(String path, int status, String type) {
        if (status == 200) {
            assertThat(auditor.get(path).expect(200).json().isArray()).isTrue();
        } else {
            auditor.get(path).problem(status, type);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/models/",
                "/datasets/",
                "/datasets/1",
                "/organizations/",
                "/organizations/1",
                "/policies/",
                "/policies/1",
                "/policies/violations/",
                "/audit-logs/",
                "/events/stream"
            })
    void nobodyReadsWithoutSigningIn(String path) {
        SharedHub.anonymous().get(path).problem(401, "unauthenticated");
        SharedHub.anonymous().as("hub_nonsense").get(path).problem(401, "unauthenticated");
        for (var method : List.of("PUT", "TRACE")) {
            var answer = auditor.call(method, path, null);
            assertThat(answer.status()).as(answer.toString()).isIn(405, 501);
        }
    }
}
