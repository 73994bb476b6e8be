package org.aigovernancehub.hub.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** Headers that every answer has: the API's are nobody's to keep or to frame, and pages load nothing from elsewhere. */
public final class AnswerHeadersFilter extends HttpFilter {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /** Swagger UI and component libraries set styles in attributes; scripts come from files only. */
    private static final String OWN_FILES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
                    + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean api = Paths.isApi(request.getRequestURI());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", api ? NOTHING : OWN_FILES);
        if (api) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        }
        chain.doFilter(request, response);
    }
}
