package org.aigovernancehub.hub.web.proxy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends calls away from a hub that is about to stop, before it has done anything for them, if the sender says that it has another hub to
 * ask. The status is one that hubs answer with at no other time, so that a proxy may repeat the call whatever its method is, and may take
 * this hub for gone.
 */
public final class DepartureFilter extends OncePerRequestFilter {

    /** Set by proxies that ask another hub when this one answers 502. */
    public static final String HEADER = "Hub-Retry-Elsewhere";

    private final Departure departure;

    public DepartureFilter(Departure departure) {
        this.departure = departure;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (departure.isSendingAway() && request.getHeader(HEADER) != null) {
            response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            return;
        }
        chain.doFilter(request, response);
    }
}
