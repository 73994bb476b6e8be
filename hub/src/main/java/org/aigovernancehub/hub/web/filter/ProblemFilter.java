package org.aigovernancehub.hub.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aigovernancehub.hub.web.ProblemResponses;
import org.aigovernancehub.hub.web.problem.Failures;

/** Answers what goes wrong in filters as a problem; what goes wrong in handlers has been answered by then. */
public final class ProblemFilter extends HttpFilter {
    private final ProblemResponses responses;

    public ProblemFilter(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            // A begun answer must break off, so that nobody takes it for a whole one; and nobody listens after a lost
            // connection.
            if (response.isCommitted() || Failures.isClientGone(e)) {
                throw e;
            }
            responses.write(request, response, Failures.problemOf(e));
        }
    }
}
