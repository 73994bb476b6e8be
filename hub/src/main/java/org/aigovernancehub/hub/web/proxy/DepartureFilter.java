package org.aigovernancehub.hub.web.proxy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.hub.web.ProblemResponses;
import org.springframework.http.HttpHeaders;

/**
 * Sends calls away from a hub that is about to stop, before it has done anything for them, if the sender says that it has another hub to
 * ask. The status is one that hubs answer with at no other time, so that a proxy may repeat the call whatever its method is, and may take
 * this hub for gone.
 */
public final class DepartureFilter extends HttpFilter {

    /** Set by proxies that ask another hub when this one answers 502. */
    public static final String HEADER = "Hub-Retry-Elsewhere";

    private final Departure departure;
    private final ProblemResponses responses;

    public DepartureFilter(Departure departure, ProblemResponses responses) {
        this.departure = departure;
        this.responses = responses;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (departure.isSendingAway() && request.getHeader(HEADER) != null) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            // For clients whose proxy has no other hub after all.
            responses.write(
                    request,
                    response,
                    new ProblemException(
                            ProblemType.UNAVAILABLE,
                            "This hub is about to stop. Nothing was changed; repeat after Retry-After."),
                    HttpServletResponse.SC_BAD_GATEWAY);
            return;
        }
        chain.doFilter(request, response);
    }
}
