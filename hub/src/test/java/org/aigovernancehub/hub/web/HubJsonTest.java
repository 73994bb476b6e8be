package org.aigovernancehub.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.aigovernancehub.api.Patch;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.api.registry.RiskLevel;
import org.aigovernancehub.hub.web.json.HubJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class HubJsonTest {

    record Body(
            @JsonProperty(required = true) @Nullable String name,
            @Nullable Long recordCount,
            @Nullable RiskLevel riskLevel,
            @Nullable Boolean flag,
            @Nullable Double value,
            @Nullable Instant at) {}

    record Change(Patch<String> name, Patch<RiskLevel> riskLevel, Patch<Long> recordCount, Patch<List<String>> tags) {}

    @Test
    void a_body_is_read_in_snake_case_and_unknown_members_are_ignored() {
        var body = read("""
                {"name": "a", "record_count": 3, "risk_level": "high", "flag": true, "value": 1, "more": {},
                 "at": "2026-11-24T14:00:00.1234567+01:00"}""");
        assertThat(body)
                .isEqualTo(new Body("a", 3L, RiskLevel.HIGH, true, 1.0, Instant.parse("2026-11-24T13:00:00.123456Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": 5}",
                "{\"name\": true}",
                "{\"name\": 1.5}",
                "{\"name\": []}",
                "{\"name\": [\"a\"]}",
                "{\"name\": \"a\", \"record_count\": \"3\"}",
                "{\"name\": \"a\", \"record_count\": 3.5}",
                "{\"name\": \"a\", \"record_count\": \"\"}",
                "{\"name\": \"a\", \"record_count\": true}",
                "{\"name\": \"a\", \"record_count\": 9223372036854775808}",
                "{\"name\": \"a\", \"risk_level\": 1}",
                "{\"name\": \"a\", \"risk_level\": \"\"}",
                "{\"name\": \"a\", \"risk_level\": \"HIGH\"}",
                "{\"name\": \"a\", \"risk_level\": []}",
                "{\"name\": \"a\", \"flag\": \"true\"}",
                "{\"name\": \"a\", \"flag\": 1}",
                "{\"name\": \"a\", \"value\": \"1\"}",
                "{\"name\": \"a\", \"value\": NaN}",
                "{\"name\": \"a\", \"value\": true}",
                "{\"name\": \"a\", \"at\": 1764000000}",
                "{\"name\": \"a\", \"at\": \"yesterday\"}",
                "{\"name\": \"a\", \"at\": \"2026-11-24T14:00:00\"}",
                "{\"name\": \"a\", \"at\": \"\"}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": \"a\"} {}",
                "{\"name\": \"a\",}",
                "{'name': 'a'}",
                "{}",
                "[]",
                "\"a\"",
                ""
            })
    void what_can_only_be_a_mistake_is_refused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
    }

    @Test
    void a_patch_tells_absent_from_null() {
        assertThat(HubJson.mapper().readValue("{\"name\": null, \"risk_level\": \"high\"}", Change.class))
                .isEqualTo(new Change(Patch.of(null), Patch.of(RiskLevel.HIGH), Patch.absent(), Patch.absent()));
        assertThat(HubJson.mapper().readValue("{\"tags\": [\"a\"], \"record_count\": 3}", Change.class))
                .isEqualTo(new Change(Patch.absent(), Patch.absent(), Patch.of(3L), Patch.of(List.of("a"))));
    }

    @Test
    void times_are_written_with_microseconds_and_nulls_are_written() {
        var body = new Body("a", null, RiskLevel.UNACCEPTABLE, null, 0.5, Instant.parse("2026-11-24T13:00:00Z"));
        assertThat(HubJson.mapper().writeValueAsString(body)).isEqualTo("""
                {"name":"a","record_count":null,"risk_level":"unacceptable","flag":null,"value":0.5,\
                "at":"2026-11-24T13:00:00.000000Z"}""");
    }

    @Test
    void a_problem_is_written_after_rfc_9457() {
        var problem = ProblemException.invalid("/name", "must not be blank");
        assertThat(new ProblemResponses().problem(problem, "/api/v1/models")).isEqualTo("""
                {"type":"/problems/invalid-fields","title":"Invalid fields","status":422,\
                "detail":"/name: must not be blank","instance":"/api/v1/models",\
                "errors":[{"pointer":"/name","detail":"must not be blank"}]}""");
    }

    @Test
    void a_problem_that_passes_says_when_to_repeat() {
        var responses = new ProblemResponses();
        var unavailable = new ProblemException(ProblemType.UNAVAILABLE, "The database does not answer.");
        assertThat(responses.entity(unavailable, "/").getHeaders().getFirst("Retry-After"))
                .isEqualTo("1");
        assertThat(responses
                        .entity(unavailable.with(ProblemResponses.RETRY_AFTER, 30), "/")
                        .getHeaders()
                        .getFirst("Retry-After"))
                .isEqualTo("30");
        assertThat(responses
                        .entity(ProblemException.notFound("model", 7), "/")
                        .getHeaders()
                        .containsHeader("Retry-After"))
                .isFalse();
    }

    private static Body read(String json) {
        return HubJson.mapper().readValue(json, Body.class);
    }
}
