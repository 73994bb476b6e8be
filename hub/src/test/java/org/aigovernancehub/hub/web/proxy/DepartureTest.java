package org.aigovernancehub.hub.web.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aigovernancehub.hub.web.ProblemResponses;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A hub that leaves says so first, and sends away only those who have somewhere else to go. */
class DepartureTest {
    private final List<Object> events = new ArrayList<>();
    private final Departure departure = new Departure(events::add);

    @Test
    void withoutADelayItOnlyBecomesUnready() throws Exception {
        departure.take(Duration.ZERO);

        assertUnready();
        assertThat(status(true)).isEqualTo(200);
    }

    @Test
    void atTheEndOfTheDelayItSendsAwayWhoHasAnotherHubToAsk() throws Exception {
        assertThat(status(true)).isEqualTo(200);

        departure.take(Duration.ofMillis(2));

        assertUnready();
        assertThat(status(true)).isEqualTo(502);
        assertThat(status(false)).isEqualTo(200);
    }

    private void assertUnready() {
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        AvailabilityChangeEvent.class,
                        event -> assertThat(event.getState()).isEqualTo(ReadinessState.REFUSING_TRAFFIC));
    }

    private int status(boolean elsewhere) throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/v1/models");
        if (elsewhere) {
            request.addHeader(DepartureFilter.HEADER, "502");
        }
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        new DepartureFilter(departure, new ProblemResponses()).doFilter(request, response, chain);
        assertThat(chain.getRequest() == null).isEqualTo(response.getStatus() == 502);
        if (response.getStatus() == 502) {
            assertThat(response.getContentType()).isEqualTo("application/problem+json");
            assertThat(response.getContentAsString()).contains("\"status\":502", "/problems/unavailable");
            assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        }
        return response.getStatus();
    }
}
