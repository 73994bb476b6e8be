package org.aigovernancehub.command.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;

/**
 * Reads a body whole before anything else does, at most 1 MiB of it, also where its length was not announced. Idempotency compares
 * bodies, and whoever parses them later must not be fed without end.
 */
public final class RequestBodyFilter extends HttpFilter {

    /** The greatest body, in bytes. */
    public static final int LIMIT = 1 << 20;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean bodiless = WITHOUT_BODY.contains(request.getMethod());
        chain.doFilter(bodiless ? request : new BufferedRequest(request, read(request)), response);
    }

    private static byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(LIMIT + 1);
        } catch (IOException _) {
            throw new ProblemException(ProblemType.MALFORMED, "The body could not be read to its end.");
        }
        if (body.length > LIMIT) {
            throw tooLarge();
        }
        return body;
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                ProblemType.TOO_LARGE,
                "The body is larger than 1 MiB, the greatest that is read. Send less at a time.");
    }
}
