package org.aigovernancehub.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.aigovernancehub.api.problem.ProblemException;
import org.aigovernancehub.api.problem.ProblemType;
import org.aigovernancehub.command.pipeline.AnswerWriter;
import org.aigovernancehub.hub.web.json.HubJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns problems into answers after RFC 9457, wherever they come up: in handlers, in filters, in kept answers. */
@Component
public final class ProblemResponses implements AnswerWriter {
    /** The member of a problem that says after how many seconds to repeat; it becomes the header of that meaning. */
    public static final String RETRY_AFTER = "retry_after";

    /** Where the types are documented. */
    public static final String TYPES = "/problems/";

    private static final int DEFAULT_RETRY_SECONDS = 1;

    /** What may be over a moment later. */
    private static final Set<ProblemType> PASSING = Set.of(
            ProblemType.TOO_MANY_REQUESTS,
            ProblemType.IN_FLIGHT,
            ProblemType.PROJECTION_BEHIND,
            ProblemType.OUTCOME_UNKNOWN,
            ProblemType.UNAVAILABLE);

    /** Answers with the problem; for filters and entry points, which are outside of the handlers' exception handling. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        write(request, response, problem, problem.status());
    }

    /** Answers with the problem under another status than its type has. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem, int status)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var detail = detail(problem, request.getRequestURI());
        detail.setStatus(status);
        var body = HubJson.mapper().writeValueAsBytes(detail);
        response.resetBuffer();
        response.setStatus(status);
        headers(problem).forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentLength(body.length);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    /** Returns the answer as bytes: a problem is JSON whatever the request accepts. */
    public ResponseEntity<byte[]> entity(ProblemException problem, String path) {
        return ResponseEntity.status(problem.status()).headers(headers(problem)).body(bytes(problem, path));
    }

    /** Returns the answer's body. */
    public ProblemDetail detail(ProblemException problem, String path) {
        var detail = ProblemDetail.forStatusAndDetail(
                org.springframework.http.HttpStatusCode.valueOf(problem.status()), problem.detail());
        detail.setType(uri(problem.type()));
        detail.setTitle(problem.type().title());
        detail.setInstance(instance(path));
        problem.members().forEach(detail::setProperty);
        return detail;
    }

    @Override
    public String json(Object body) {
        return HubJson.mapper().writeValueAsString(body);
    }

    @Override
    public String problem(ProblemException problem, String path) {
        return json(detail(problem, path));
    }

    /** Returns the URI that names the type. */
    public static URI uri(ProblemType type) {
        return URI.create(TYPES + type.slug());
    }

    private byte[] bytes(ProblemException problem, String path) {
        return HubJson.mapper().writeValueAsBytes(detail(problem, path));
    }

    private static HttpHeaders headers(ProblemException problem) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var retryAfter = problem.members().get(RETRY_AFTER);
        if (retryAfter == null && PASSING.contains(problem.type())) {
            retryAfter = DEFAULT_RETRY_SECONDS;
        }
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        return headers;
    }

    private static @Nullable URI instance(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException _) {
            return null; // what the client sent was no path; it knows it
        }
    }
}
