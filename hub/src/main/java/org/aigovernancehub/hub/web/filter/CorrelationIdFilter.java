package org.aigovernancehub.hub.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Gives each request an id that its log lines, its events and its answer carry: the client's, if it sent a sane one, else the trace's,
 * else a new one.
 */
public final class CorrelationIdFilter extends HttpFilter {

    /** The header in which clients may send an id, and in which every answer has it. */
    public static final String HEADER = "X-Correlation-Id";

    /** The key of the logging context. */
    public static final String MDC_KEY = "correlation_id";

    private static final String ATTRIBUTE = CorrelationIdFilter.class.getName();

    /** What is safe in a log line, a header and a column. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

    /** W3C Trace Context, any version; a trace id of zeros is none. */
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private static final int RANDOM_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** Returns the id of a request. */
    public static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = of(request);
        if (id == null) {
            id = choose(request);
            request.setAttribute(ATTRIBUTE, id);
        }
        if (!response.isCommitted()) {
            response.setHeader(HEADER, id);
        }
        try (var _ = MDC.putCloseable(MDC_KEY, id)) {
            chain.doFilter(request, response);
        }
    }

    private String choose(HttpServletRequest request) {
        var sent = request.getHeader(HEADER);
        if (sent != null && SANE.matcher(sent).matches()) {
            return sent;
        }
        var trace = request.getHeader("traceparent");
        if (trace != null) {
            var parts = TRACE_PARENT.matcher(trace);
            if (parts.matches()) {
                return parts.group(1);
            }
        }
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
