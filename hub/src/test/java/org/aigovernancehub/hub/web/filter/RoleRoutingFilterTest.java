package org.aigovernancehub.hub.web.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.hub.settings.HubRole;
import org.aigovernancehub.hub.web.filter.RoleRoutingFilter.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Which hub serves which call, as a table. */
class RoleRoutingFilterTest {

    private static final String CALLS = """
            GET     | /                                 | BOTH
            GET     | /docs                             | BOTH
            GET     | /openapi.json                     | BOTH
            GET     | /problems/not-found               | BOTH
            GET     | /health                           | BOTH
            GET     | /api/v2/models                    | BOTH
            GET     | /api/v10/models                   | BOTH
            GET     | /api/v1                           | BOTH
            GET     | /api/v1/                          | BOTH
            GET     | /api/v1/health                    | BOTH
            HEAD    | /api/v1/health                    | BOTH
            OPTIONS | /api/v1/models                    | BOTH
            OPTIONS | /api/v1/tokens                    | BOTH
            GET     | /api/v1/models                    | QUERY
            HEAD    | /api/v1/models                    | QUERY
            GET     | /api/v1/models/42                 | QUERY
            GET     | /api/v1/models/42/reviews         | QUERY
            GET     | /api/v1/models/42/versions        | QUERY
            GET     | /api/v1/models/42/lineage         | QUERY
            GET     | /api/v1/models/transitions        | QUERY
            GET     | /api/v1/policies/violations       | QUERY
            GET     | /api/v1/audit-logs                | QUERY
            GET     | /api/v1/dashboard/stats           | QUERY
            GET     | /api/v1/events/stream             | QUERY
            GET     | /api/v1/metrics                   | QUERY
            GET     | /api/v1/organizations             | QUERY
            GET     | /api/v1/datasets                  | QUERY
            GET     | /api/v1/authors                   | QUERY
            GET     | /api/v1/models/42/transitions     | COMMAND
            HEAD    | /api/v1/models/42/transitions     | COMMAND
            GET     | /api/v1/auth/me                   | COMMAND
            GET     | /api/v1/users                     | COMMAND
            GET     | /api/v1/users/7                   | COMMAND
            GET     | /api/v1/tokens                    | COMMAND
            GET     | /api/v1/views                     | COMMAND
            GET     | /api/v1/views/7                   | COMMAND
            GET     | /api/v1/policies/7/impact         | COMMAND
            GET     | /api/v1/policies/impact           | QUERY
            GET     | /api/v1/models/facets             | QUERY
            GET     | /api/v1/session                   | COMMAND
            GET     | /api/v1/reports/models/42/compliance-report | COMMAND
            POST    | /api/v1/auth/token                | COMMAND
            DELETE  | /api/v1/session                   | COMMAND
            POST    | /api/v1/models                    | COMMAND
            PATCH   | /api/v1/models/42                 | COMMAND
            DELETE  | /api/v1/policies/7                | COMMAND
            PUT     | /api/v1/health                    | COMMAND""";

    /** How nginx tells who serves a call: patterns on method, blank and path, the first that matches counts. */
    private static final Path PROXY = Path.of("../nginx/templates/hub.conf.template");

    private static final Pattern MAP =
            Pattern.compile("map \"\\$request_method \\$request_uri\" \\$served_by \\{(.*?)\\n}", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("(?:\"~([^\"]+)\"|default)\\s+(\\w+);");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CALLS)
    void everyCallHasItsKindOfHub(String method, String path, Kind kind) {
        assertThat(RoleRoutingFilter.kind(method, path)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CALLS)
    void theProxySendsEveryCallThere(String method, String path, Kind kind) throws IOException {
        for (var form : path.endsWith("/") ? List.of(path) : List.of(path, path + "/", path + "?to=approved")) {
            var served = proxied(method + " " + form);
            switch (kind) {
                case COMMAND -> assertThat(served).as(form).isEqualTo("command");
                case QUERY -> assertThat(served).as(form).isEqualTo("query");
                case BOTH -> assertThat(served).as(form).isIn("command", "query", "pages");
            }
        }
    }

    private static String proxied(String call) throws IOException {
        var map = MAP.matcher(Files.readString(PROXY));
        assertThat(map.find()).isTrue();
        return RULE.matcher(map.group(1))
                .results()
                .filter(rule -> rule.group(1) == null
                        || Pattern.compile(rule.group(1)).matcher(call).find())
                .findFirst()
                .orElseThrow()
                .group(2);
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, GET, /api/v1/models, true",
        "ALL, POST, /api/v1/models, true",
        "COMMAND, GET, /api/v1/models, false",
        "COMMAND, POST, /api/v1/models, true",
        "QUERY, GET, /api/v1/models, true",
        "QUERY, POST, /api/v1/models, false"
    })
    void aCallOfTheWrongKindIsSentElsewhere(HubRole role, String method, String path, boolean served) throws Exception {
        var reached = new AtomicBoolean();
        var request = new MockHttpServletRequest(method, path);
        var filter = new RoleRoutingFilter(role);
        if (served) {
            filter.doFilter(request, new MockHttpServletResponse(), (_, _) -> reached.set(true));
        } else {
            assertThatThrownBy(
                            () -> filter.doFilter(request, new MockHttpServletResponse(), (_, _) -> reached.set(true)))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.type()).isEqualTo(ProblemType.WRONG_ROLE);
                        assertThat(problem.status()).isEqualTo(421);
                    });
        }
        assertThat(reached.get()).isEqualTo(served);
    }

    @ParameterizedTest
    @EnumSource
    void everyHubSaysHowItIs(HubRole role) throws Exception {
        var reached = new AtomicBoolean();
        new RoleRoutingFilter(role)
                .doFilter(
                        new MockHttpServletRequest("GET", "/api/v1/health"),
                        new MockHttpServletResponse(),
                        (_, _) -> reached.set(true));
        assertThat(reached).isTrue();
    }
}
