package org.aigovernancehub.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.aigovernancehub.api.identity.Caller;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.pipeline.CommandCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

class CommandCallResolverTest {
    private static final Caller ACTING = Caller.system("c");

    private final CommandCallResolver resolver = new CommandCallResolver(new CallerSource() {
        @Override
        public Caller reading(HttpServletRequest request) {
            throw new AssertionError("a command acts");
        }

        @Override
        public Caller acting(HttpServletRequest request) {
            return ACTING;
        }
    });

    @Test
    void a_call_has_its_caller_method_path_and_no_preconditions_unless_they_were_sent() throws Exception {
        var call = resolve(post("{}"));
        assertThat(call.caller()).isEqualTo(ACTING);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/api/v1/models");
        assertThat(call.idempotencyKey()).isNull();
        assertThat(call.expectedVersion()).isNull();
    }

    @Test
    void the_fingerprint_tells_bodies_apart() throws Exception {
        var fingerprint = resolve(post("{\"a\": 1}")).fingerprint();
        assertThat(fingerprint)
                .hasSize(32)
                .isEqualTo(resolve(post("{\"a\": 1}")).fingerprint());
        assertThat(fingerprint).isNotEqualTo(resolve(post("{\"a\": 2}")).fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"'\"5\"', 5", "'W/\"5\"', 5", "' \"0\" ', 0", "'\"abc\"', -1", "*,"})
    void if_match_takes_strong_and_weak_tags(String header, @Nullable Long version) throws Exception {
        var request = post("{}");
        request.addHeader("If-Match", header);
        assertThat(resolve(request).expectedVersion()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"5", "\"5\", \"6\"", "", "w/\"5\""})
    void what_is_no_single_tag_is_malformed(String header) {
        var request = post("{}");
        request.addHeader("If-Match", header);
        refused(request);
    }

    @Test
    void a_key_has_1_to_255_printable_characters() throws Exception {
        var request = post("{}");
        request.addHeader("Idempotency-Key", "k".repeat(255));
        assertThat(resolve(request).idempotencyKey()).hasSize(255);
        for (var key : new String[] {"", "k".repeat(256), "é", "a\tb"}) {
            var bad = post("{}");
            bad.addHeader("Idempotency-Key", key);
            refused(bad);
        }
        var twice = post("{}");
        twice.addHeader("Idempotency-Key", "a");
        twice.addHeader("Idempotency-Key", "b");
        refused(twice);
    }

    @Test
    void a_body_can_be_read_after_it_was_fingerprinted_and_forms_are_parsed() throws Exception {
        var form = post("username=j%C3%B6rg&password=a+b%26c&empty");
        form.setContentType("application/x-www-form-urlencoded");
        var seen = filtered(form);
        assertThat(seen.getParameter("username")).isEqualTo("jörg");
        assertThat(seen.getParameterValues("password")).containsExactly("a b&c");
        assertThat(seen.getParameterMap()).containsOnlyKeys("username", "password", "empty");
        assertThat(seen.getReader().readLine()).startsWith("username=");
    }

    private CommandCall resolve(MockHttpServletRequest request) throws ServletException, IOException {
        MethodParameter anyParameter;
        try {
            anyParameter = new MethodParameter(Object.class.getMethod("equals", Object.class), 0);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
        return resolver.resolveArgument(
                anyParameter, null, new ServletWebRequest((HttpServletRequest) filtered(request)), null);
    }

    private static ServletRequest filtered(MockHttpServletRequest request) throws ServletException, IOException {
        var seen = new AtomicReference<@Nullable ServletRequest>();
        new RequestBodyFilter().doFilter(request, new MockHttpServletResponse(), (wrapped, _) -> seen.set(wrapped));
        return java.util.Objects.requireNonNull(seen.get());
    }

    private void refused(MockHttpServletRequest request) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> resolve(request))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED));
    }

    private static MockHttpServletRequest post(String body) {
        var request = new MockHttpServletRequest("POST", "/api/v1/models");
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
