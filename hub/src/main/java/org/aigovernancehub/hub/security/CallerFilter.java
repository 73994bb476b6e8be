package org.aigovernancehub.hub.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.hub.web.ProblemResponses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Authenticates each request anew; what is public is not asked. */
final class CallerFilter extends OncePerRequestFilter {
    private static final Logger SECURITY = LoggerFactory.getLogger("hub.security");

    private final CallerAuthentication authentication;
    private final ProblemResponses problems;
    private final RequestMatcher publicRequests;

    CallerFilter(CallerAuthentication authentication, ProblemResponses problems, RequestMatcher publicRequests) {
        this.authentication = authentication;
        this.problems = problems;
        this.publicRequests = publicRequests;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return publicRequests.matches(request);
    }

    /** The stream's second dispatch must know its caller too. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            authentication.of(request).ifPresent(authenticated -> {
                var token = new UsernamePasswordAuthenticationToken(authenticated, null, List.of());
                SecurityContextHolder.getContext().setAuthentication(token);
            });
        } catch (ProblemException e) {
            SECURITY.warn(
                    "{} {} from {} refused: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    request.getRemoteAddr(),
                    e.detail());
            if (e.type() == ProblemType.UNAUTHENTICATED) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            problems.write(request, response, e);
            return;
        } catch (DataAccessException e) {
            problems.write(
                    request,
                    response,
                    new ProblemException(ProblemType.UNAVAILABLE, "The database does not answer; repeat in a moment.")
                            .with(ProblemResponses.RETRY_AFTER, 2));
            return;
        }
        chain.doFilter(request, response);
    }
}
